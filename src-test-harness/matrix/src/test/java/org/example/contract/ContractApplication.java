package org.example.contract;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.example.contract.mapped.Mappers;
import org.example.contract.provider.FailingEverywhere;
import org.example.contract.provider.FailingFirst;
import org.example.contract.provider.Greeter;
import org.example.contract.provider.NoteReader;
import org.example.contract.provider.NoteWriter;
import org.example.contract.provider.ShelfConverters;

/** The application as it would be anywhere: it knows no engine, and Whence by its API alone. */
public class ContractApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new LinkedHashSet<>();
    classes.addAll(Mappers.all());
    classes.addAll(Set.of(
        FailingFirst.class,
        FailingEverywhere.class,
        Greeter.class,
        NoteReader.class,
        NoteWriter.class,
        ShelfConverters.class));
    classes.addAll(Set.of(
        AnswerResource.class,
        AsyncResource.class,
        EntityResource.class,
        FailureResource.class,
        InheritedResource.class,
        ParameterResource.class,
        ShopResource.class,
        StageResource.class,
        StreamResource.class));
    return classes;
  }
}
