package dev.whence.journal;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Somebody else, in this process or another, has a journal's directory open. */
public final class JournalInUseException extends FileSystemException {
  private static final long serialVersionUID = 1;

  JournalInUseException(Path directory) {
    super(directory.toString(), null, "another process or application uses this journal");
  }
}
