package testapp;

/** A class that lies in a directory, as an application's own do. */
final class InDirectory {
  private InDirectory() {}
}
