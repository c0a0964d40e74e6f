package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Located problems as rows; a location is a JSON array that starts with its kind. */
final class Problems {
  static final String INSERT =
      "INSERT INTO problem (id, interchange_id, message_id, delivery_id, position, code, severity,"
          + " location, found, expected) VALUES (?,?,?,?,?,?,?,?,?,?)";
  static final String COLUMNS =
      "p.interchange_id, p.message_id, p.delivery_id, p.position, p.code, p.severity,"
          + " p.location, p.found, p.expected";
  private static final Map<String, ProblemCode> CODES =
      Arrays.stream(ProblemCode.values())
          .collect(Collectors.toMap(ProblemCode::code, Function.identity()));
  private static final String LOSSES = "EAD-40";

  private Problems() {}

  static Object[] row(long id, long interchangeId, NewProblem problem) {
    return row(id, interchangeId, problem.messageId(), 0, problem.position(), problem.problem());
  }

  static Object[] row(
      long id, long interchangeId, long messageId, long deliveryId, int position, Problem problem) {
    return new Object[] {
      id,
      interchangeId,
      messageId,
      deliveryId,
      position,
      problem.code().code(),
      problem.severity().name(),
      text(problem.location()),
      problem.found(),
      problem.expected()
    };
  }

  static ProblemRow read(ResultSet row) throws SQLException {
    var code = CODES.get(row.getString(5));
    if (code == null) {
      throw new LedgerException("unknown problem code in the store: " + row.getString(5));
    }
    var problem =
        new Problem(
            code,
            Severity.valueOf(row.getString(6)),
            location(row.getString(7)),
            row.getString(8),
            row.getString(9));
    return new ProblemRow(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), problem);
  }

  /** True for what a translation could not carry. */
  static boolean isLoss(Problem problem) {
    return problem.code().code().startsWith(LOSSES);
  }

  static String text(Location location) {
    Object[] parts =
        switch (location) {
          case Location.Whole whole -> new Object[] {"whole"};
          case Location.AtByte at -> new Object[] {"byte", at.offset()};
          case Location.InEdifact at ->
              new Object[] {
                "edifact",
                at.messageReference(),
                at.segment(),
                at.tag(),
                at.element(),
                at.component()
              };
          case Location.AtPointer at -> new Object[] {"pointer", at.pointer()};
          case Location.AtXPath at -> new Object[] {"xpath", at.xpath(), at.wcoPointer()};
        };
    return Chain.json(parts);
  }

  static Location location(String text) {
    var parts = Chain.array(text);
    return switch ((String) parts.getFirst()) {
      case "byte" -> new Location.AtByte(((Number) parts.get(1)).longValue());
      case "edifact" ->
          new Location.InEdifact(
              (String) parts.get(1),
              number(parts, 2),
              (String) parts.get(3),
              number(parts, 4),
              number(parts, 5));
      case "pointer" -> new Location.AtPointer((String) parts.get(1));
      case "xpath" -> new Location.AtXPath((String) parts.get(1), (String) parts.get(2));
      default -> Location.WHOLE;
    };
  }

  private static int number(List<Object> parts, int index) {
    return ((Number) parts.get(index)).intValue();
  }
}
