package org.chasqui.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Runs commands as the launcher does, in this process. */
public final class Commands {
  private Commands() {}

  /** What a command left behind. */
  public record Result(int exitCode, byte[] bytes, String errors) {
    public String output() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  public static Result run(String... arguments) {
    return run(new byte[0], arguments);
  }

  public static synchronized Result run(byte[] input, String... arguments) {
    PrintStream out = System.out;
    InputStream in = System.in;
    var bytes = new ByteArrayOutputStream();
    var errors = new StringWriter();
    try (var captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      System.setIn(new ByteArrayInputStream(input));
      int code =
          Main.commandLine()
              .setOut(new PrintWriter(captured, true, StandardCharsets.UTF_8))
              .setErr(new PrintWriter(errors, true))
              .execute(arguments);
      return new Result(code, bytes.toByteArray(), errors.toString());
    } finally {
      System.setOut(out);
      System.setIn(in);
    }
  }
}
