package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlValuesTest {
  static Stream<String> texts() {
    return Marks.rows("""
        insert into t (id, password) values (1, '‹demo-x1›')
        INSERT INTO t (id,password,note) VALUES (1,'‹demo-x1›','n')
        insert into t (password) values ('‹demo-x1›')
        insert into t (password) values('‹demo-x1›');
        insert into t (pin, note) values (‹4711›, 'n')
        insert into t (pin) values ( ‹4711› )
        insert into t (password, pin) values ('‹demo-x1', 4711›)
        insert into t (password, note, pin) values ('‹demo-x1', 'n', 4711›, 5)
        insert into t (id, password) values (1, '‹demo-x1'), (2, 'demo-x2›')
        insert into t (id, password) values (1, '‹demo-x1') , (2, 'demo-x2›') on conflict
        insert into t (id, password) values (1, '‹demo-x1›') (2, 'x')
        insert into t (id, password) values (1, '‹demo-x1›'), x
        insert into t (id, password) values (1, '‹demo (a, b) ''c''›', 3)
        insert into t (note, password) values ('a, (b)', '‹demo-x1›')
        insert into t (note, password) values ('a\\', b', '‹demo-x1›')
        insert into t (note, password) values (f(1, g('a)')), '‹demo-x1›')
        insert into t (password, note) values (‹crypt('demo', f('x'))›, 'n')
        insert into t (password, note) values (‹crypt('demo›
        insert into t (note, password) values (f(1
        insert into t (note, password) values (f({1*1021}), '‹demo-x1›')
        insert into t (note, password) values (f({1*1023}), 'demo-x1')
        insert into t (note, password) values (f(1), '‹demo-x1'), (f(2), 'demo-x2›')
        insert into t (id, password) values (1, '‹demo-x›
        insert into t (id, password) values (1, ‹4711›
        insert into t (id, password) values (1, '‹demo-x1'), (2, 'demo›
        insert into t (id, password) values (1
        insert into t (id, password) values (1, null)
        insert into t (id, password) values (1, NULL)
        insert into t (id, password) values (1, ?)
        insert into t (id, password) values (1, :pw)
        insert into t (id, password) values (1, $2)
        insert into t (id, password) values (1, '')
        insert into t (id, password) values (1, )
        insert into t (id, password) values (1, '[Filtered]')
        insert into t (id, password) values (1, null), (2, '‹demo-x2›')
        insert into t (id, note) values (1, 'password')
        insert into t (id, email) values (1, '‹anna›')
        insert into t (id, password) value (1, 'demo-x1')
        insert into t (id, password) valued (1, 'demo-x1')
        insert into t (id, password) values 1, 'demo-x1'
        insert into t (id, password) values
        insert into t (id, password){ *8}values{ *8}(1, '‹demo-x1›')
        insert into t (id, password){ *9}values (1, 'demo-x1')
        insert into t (id, password) values{ *9}(1, 'demo-x1')
        insert into t id, password values (1, 'demo-x1')
        insert into t id, password) values (1, 'demo-x1')
        ) values ('demo-x1')
        () values ('demo-x1')
        values ('demo-x1')
        insert into t ({a,*62}pin) values ({1,*62}‹4711›)
        insert into t ({a,*63}pin) values ({1,*63}‹4711›)
        insert into t ({a,*64}pin) values ({1,*64}4711)
        insert into t ({a,*64}pin) values ({1,*64}4711
        insert into t ({a*1013}, password) values (1, '‹demo-x1›')
        insert into t ({a*1014}, password) values (1, 'demo-x1')
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsLiteralsOfSensitiveColumnsAndNothingElse(String text) {
    assertThat(Marks.shown(text, "va Va VA", new SqlValues(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
