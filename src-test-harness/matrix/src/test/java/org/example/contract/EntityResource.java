package org.example.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.example.contract.provider.Note;

/** Entities that are read and written. */
@Path("entities")
public class EntityResource {
  @POST
  @Path("form")
  @Consumes("application/x-www-form-urlencoded")
  @Produces("text/plain")
  public String form(@FormParam("name") String name) {
    return "form of " + name;
  }

  @POST
  @Path("text")
  @Consumes("text/plain")
  @Produces("text/plain")
  public String text(String text) {
    return "text of " + text.length();
  }

  @POST
  @Path("note")
  @Consumes("application/json")
  @Produces("application/json")
  public Note note(Note note) {
    return note;
  }

  @POST
  @Path("note/fail")
  @Consumes("application/json")
  @Produces("application/json")
  public Note failAfterReading(Note note) {
    throw new IllegalStateException("note " + note.text());
  }

  @GET
  @Path("note")
  @Produces("application/json")
  public Note unwritableNote() {
    return new Note(Note.UNWRITABLE);
  }
}
