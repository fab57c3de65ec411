package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Marks;
import dev.whence.scrub.key.KeyRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlElementsTest {
  static Stream<String> texts() {
    return Marks.rows("""
        <password>‹demo-x1›</password>
        <a><password>‹demo-x1›</password><b>c</b></a>
        <wsse:Password Type="text">‹demo-x1›</wsse:Password>
        <a:b:pin>‹4711›</a:b:pin>
        <api-key id='1'>‹demo x1›</api-key>
        <db.password>‹demo-x1›</x>
        <password></password>
        <password>‹demo-x1›
        <password>demo x1
        <password>,
        List<Token>.x1
        List<Token>x1
        <password><![CDATA[‹demo <x1›]]></password>
        <password><![CDATA[‹demo x1›
        <password><![CDATA[‹demo]x1›]]></password>
        <property name="db.password">‹demo-x1›</property>
        <entry key='api_key'>‹demo-x1›</entry>
        <entry key='api_key'>demo-x1<b/></entry>
        <a name="token">Token</a>
        <property name="db.password" value="‹demo-x1›"/>
        <property value='‹demo-x1›' name='password' />
        <property name="password" value="${pw}"/>
        <property name="password" value="[Filtered]"/>
        <property name="note" value="demo-x1"/>
        <input type="password" id="p1" value="‹demo x1›">
        <meta name="_csrf" content="‹demo-x1›">
        <input type="password" id="p1" demo value="demo-x1">
        <input type="password" value="‹demo-x1›>
        <password>demo-x1<b/>
        <password>[Filtered]</password>
        <password>‹[Filtered]x›</password>
        <password>${pw}</password>
        <password>null</password>
        <note>demo-x1</note>
        <note:>demo-x1</note:>
        <password:note>demo-x1</password:note>
        password>demo-x1</password>
        <a>password>demo-x1</password>
        <>demo-x1</>
        < password>demo-x1</password>
        </password>demo-x1</a>
        <pin {a*250}>‹4711›</pin>
        <pin {a*251}>‹4711›</pin>
        <pin {a*252}>4711</pin>
        <pin>‹{x*8192}›</pin>
        <pin>{x*8193}</pin>
        >
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsContentsOfSensitiveElementsAndNothingElse(String text) {
    assertThat(Marks.shown(text, ">", new XmlElements(KeyRules.standard())::find))
        .isEqualTo(text);
  }
}
