package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private final Names names = new Names();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      com.example.Orders                                          | com.example.Orders
      com.example.Outer$Inner                                     | com.example.Outer$Inner
      com.example.snake_case.My_Class                             | com.example.snake_case.My_Class
      com.example.V2Client                                        | com.example.V2Client
      com.example.Outer$V2                                        | com.example.Outer$V2
      $Generated                                                  | $Generated
      com.example.Orders$$EnhancerBySpringCGLIB$$1a2b3c4d         | com.example.Orders
      com.example.Orders$$EnhancerByCGLIB$$ffffffff               | com.example.Orders
      com.example.Orders$$EnhancerByGuice$$123456                 | com.example.Orders
      com.example.Orders$$SpringCGLIB$$0                          | com.example.Orders
      com.example.Orders$$SpringCGLIB$$FastClass$$1               | com.example.Orders
      com.example.Orders$$FastClassBySpringCGLIB$$9f8e            | com.example.Orders
      com.example.Orders_$$_jvst1f2_0                             | com.example.Orders
      com.example.Orders_$$_javassist_12                          | com.example.Orders
      com.example.Order$HibernateProxy$Xy12Zz                     | com.example.Order
      com.example.Order$ByteBuddy$kQ8cM0                          | com.example.Order
      com.example.Order$MockitoMock$1234567                       | com.example.Order
      com.example.Order$MockitoMock$1234567$auxiliary$aBc         | com.example.Order
      com.example.Orders_ClientProxy                              | com.example.Orders
      com.example.Orders_Subclass                                 | com.example.Orders
      com.example.Orders_Subclass$$function$$3                    | com.example.Orders
      com.example.Orders$Proxy$_$$_WeldClientProxy                | com.example.Orders
      com.example.Orders$Proxy$_$$_WeldSubclass                   | com.example.Orders
      com.example.Orders_WeldSubclass                             | com.example.Orders
      com.example.Orders$$Lambda$16/0x0000000800c03000            | com.example.Orders
      com.example.Orders$$Lambda/0x00007f1c2c00a000               | com.example.Orders
      com.example.Orders/0x0000000800c03000                       | com.example.Orders
      com.example.Outer$3                                         | com.example.Outer$#
      com.example.Outer$3$1                                       | com.example.Outer$#
      com.example.Outer$3$Inner                                   | com.example.Outer$#$Inner
      com.example.Outer$1Local                                    | com.example.Outer$#Local
      com.example.OrdersKt$save$2                                 | com.example.OrdersKt$save$#
      com.example.Orders$$anonfun$run$1                           | com.example.Orders$$anonfun$run$#
      Script$_run_closure12                                       | Script$_run_closure
      Script$_run_closure1$_closure2                              | Script$_run_closure$_closure
      shop.core$fn__1234                                          | shop.core$fn
      shop.core$handler$fn__12                                    | shop.core$handler$fn
      com.sun.proxy.$Proxy12                                      | $Proxy#
      jdk.proxy2.$Proxy7                                          | $Proxy#
      """)
  void classesKeepTheirNamesAlone(String name, String stable) {
    assertThat(names.type(name)).isEqualTo(stable);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      save                        | save
      <init>                      | <init>
      save_all                    | save_all
      my$method                   | my$method
      lambda$save$12              | lambda in save
      lambda$save$a1b2$1          | lambda in save
      lambda$my$method$3          | lambda in my$method
      lambda$new$0                | lambda in new
      lambda$static$7             | lambda in static
      lambda$7                    | lambda
      access$000                  | access$#
      access$1301                 | access$#
      access$getTotal$p           | access$getTotal$p
      load$suspendImpl            | load
      load$default                | load
      load$lambda$3               | lambda in load
      load$lambda$3$lambda$1      | lambda in load
      load$lambda-0               | lambda in load
      $anonfun$run$1              | lambda in run
      $anonfun$run$1$adapted      | lambda in run
      total$1                     | total
      CGLIB$save$0                | save
      _d12save                    | save
      _d                          | _d
      save$accessor$k2Lm          | save
      save$original$Xy9           | save
      save_aroundBody0            | save
      save_aroundBody1$advice     | save
      save$$superforward1         | save
      """)
  void methodsKeepTheirNamesAlone(String name, String stable) {
    assertThat(MethodNames.stable(name)).isEqualTo(stable);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      shop.Orders          | save                 | shop.Orders.save            | false
      shop.Orders$1        | run                  | shop.Orders$#.run           | true
      shop.Orders$1Local   | run                  | shop.Orders$#Local.run      | false
      shop.Orders          | lambda$save$1        | shop.Orders.lambda in save  | true
      shop.Orders          | lambdaExpression     | shop.Orders.lambdaExpression | false
      shop.Orders$save$1   | invokeSuspend        | shop.Orders.lambda in save  | true
      shop.OrdersKt$main$1$2 | invokeSuspend      | shop.OrdersKt.lambda in main | true
      shop.Orders$1        | invokeSuspend        | shop.Orders$#.invokeSuspend | true
      shop.core$fn__7      | invoke               | shop.core$fn.invoke         | true
      Script$_run_closure2 | doCall               | Script$_run_closure.doCall  | true
      """)
  void aPlaceKnowsWhetherItIsNamed(String type, String method, String shown, boolean isUnnamed) {
    Place place = names.place(type, method);

    assertThat(place).hasToString(shown);
    assertThat(place.isUnnamed()).isEqualTo(isUnnamed);
  }

  @Test
  void plainNamesAreNotRememberedAndOthersWithinABound() {
    for (int i = 0; i < 20_000; i++) {
      names.type("com.example.Plain" + i);
    }
    assertThat(names.remembered()).isZero();

    for (int i = 0; i < 20_000; i++) {
      names.type("com.example.Orders$$Lambda$" + i + "/0x1");
    }
    assertThat(names.remembered()).isBetween(1, 2_048);
  }
}
