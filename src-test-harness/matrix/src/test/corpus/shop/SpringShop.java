package shop;

import jakarta.servlet.Servlet;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Bugs of controllers and beans. */
public class SpringShop {
  // unrelated
  static final java.util.List<String> BUGS = java.util.List.of(
      "plain", "proxied", "interface", "lambda", "no-bean", "bad-bean", "error", "view", "wrapped");

  static Servlet servlet() {
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    context.setClassLoader(SpringShop.class.getClassLoader());
    context.register(Beans.class, Desk.class);
    return new DispatcherServlet(context);
  }

  /** Passes on what it gets. */
  static class Timing implements MethodInterceptor {
    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
      return invocation.proceed();
    }
  }

  public interface Counter {
    String count(int id);
  }

  public static class Till implements Counter {
    @Override
    public String count(int id) {
      throw new IllegalStateException("no till " + id);
    }
  }

  public static class Broken {
    public Broken() {
      throw new IllegalStateException("no repair after " + System.nanoTime());
    }
  }

  @Configuration
  @EnableWebMvc
  public static class Beans {
    @Bean
    public Warehouse warehouse() {
      ProxyFactory factory = new ProxyFactory(new Warehouse());
      factory.setProxyTargetClass(true);
      factory.addAdvice(new Timing());
      return (Warehouse) factory.getProxy(SpringShop.class.getClassLoader());
    }

    @Bean
    public Counter counter() {
      ProxyFactory factory = new ProxyFactory(new Till());
      factory.addAdvice(new Timing());
      return (Counter) factory.getProxy(SpringShop.class.getClassLoader());
    }

    @Bean
    @Lazy
    public Broken broken() {
      return new Broken();
    }
  }

  @Controller
  public static class Desk {
    @Autowired private Warehouse warehouse;
    @Autowired private Counter counter;
    @Autowired private BeanFactory beans;

    @GetMapping("/plain/{id}")
    @ResponseBody
    public String plain(@PathVariable("id") int id) {
      throw new IllegalStateException("no desk " + id);
    }

    @GetMapping("/proxied/{id}")
    @ResponseBody
    public String proxied(@PathVariable("id") int id) {
      return warehouse.find(id);
    }

    @GetMapping("/interface/{id}")
    @ResponseBody
    public String counted(@PathVariable("id") int id) {
      return counter.count(id);
    }

    @GetMapping("/lambda/{id}")
    @ResponseBody
    public String lambda(@PathVariable("id") int id) {
      return java.util.Optional.of(id)
          .map(each -> {
            if (each > 0) {
              throw new IllegalStateException("no drawer " + each);
            }
            return "drawer";
          })
          .get();
    }

    @GetMapping("/no-bean/{id}")
    @ResponseBody
    public String noBean(@PathVariable("id") int id) {
      return beans.getBean("bean" + id).toString();
    }

    @GetMapping("/bad-bean/{id}")
    @ResponseBody
    public String badBean(@PathVariable("id") int id) {
      return beans.getBean(Broken.class).toString();
    }

    @GetMapping("/error/{id}")
    @ResponseBody
    public String error(@PathVariable("id") int id) {
      throw new AssertionError("desk " + id + " is odd");
    }

    @GetMapping("/view/{id}")
    public String view(@PathVariable("id") int id) {
      return String.valueOf(id);
    }

    @GetMapping("/wrapped/{id}")
    @ResponseBody
    public String wrapped(@PathVariable("id") int id) {
      try {
        return warehouse.find(id);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("desk " + id, e);
      }
    }
  }
}
