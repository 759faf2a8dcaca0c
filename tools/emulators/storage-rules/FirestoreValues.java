import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExpressionListValue;
import com.google.firebase.rules.runtime.v1.ExpressionMapValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import com.google.type.LatLng;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A Firestore document as its REST API gives it → the value that rules see. */
final class FirestoreValues {
  private FirestoreValues() {}

  /** `{data, id, __name__}`, the same three members as in Firestore's own rules; null when there is no such document. */
  static ExpressionValue resource(JsonElement document) {
    if (document.isJsonNull()) return ExpressionValueUtils.NULL;
    ExpressionValue name = reference(document.getAsJsonObject().get("name").getAsString());
    List<String> segments = segments(document.getAsJsonObject().get("name").getAsString());
    return ExpressionValue.newBuilder().setMapValue(ExpressionMapValue.newBuilder()
        .putFields("data", map(document.getAsJsonObject().get("fields")))
        .putFields("id", ExpressionValueUtils.createValue(segments.get(segments.size() - 1)))
        .putFields("__name__", name)).build();
  }

  static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  private static ExpressionValue map(JsonElement fields) {
    ExpressionMapValue.Builder map = ExpressionMapValue.newBuilder();
    if (fields != null) {
      for (Map.Entry<String, JsonElement> field : fields.getAsJsonObject().entrySet()) {
        map.putFields(field.getKey(), value(field.getValue().getAsJsonObject()));
      }
    }
    return ExpressionValue.newBuilder().setMapValue(map).build();
  }

  private static ExpressionValue list(JsonElement values) {
    ExpressionListValue.Builder list = ExpressionListValue.newBuilder();
    if (values != null) values.getAsJsonArray().forEach(value -> list.addValues(value(value.getAsJsonObject())));
    return ExpressionValue.newBuilder().setListValue(list).build();
  }

  /** `projects/p/databases/d/documents/c/i` → the path `/databases/d/documents/c/i` that rules compare with. */
  private static ExpressionValue reference(String name) {
    List<String> segments = segments(name);
    return ExpressionValueUtils.segmentsToPathExpressions(segments.subList(2, segments.size()));
  }

  private static ExpressionValue value(JsonObject typed) {
    Map.Entry<String, JsonElement> entry = typed.entrySet().iterator().next();
    JsonElement content = entry.getValue();
    return switch (entry.getKey()) {
      case "nullValue" -> ExpressionValueUtils.NULL;
      case "booleanValue" -> ExpressionValueUtils.createValue(content.getAsBoolean());
      case "integerValue" -> ExpressionValueUtils.createValue(content.getAsLong());
      case "doubleValue" -> ExpressionValueUtils.createValue(content.getAsDouble());
      case "stringValue" -> ExpressionValueUtils.createValue(content.getAsString());
      case "timestampValue" -> timestamp(content.getAsString());
      case "bytesValue" ->
        ExpressionValue.newBuilder().setBytesValue(ByteString.copyFrom(Base64.getDecoder().decode(content.getAsString()))).build();
      case "referenceValue" -> reference(content.getAsString());
      case "geoPointValue" -> place(content.getAsJsonObject());
      case "arrayValue" -> list(content.getAsJsonObject().get("values"));
      case "mapValue" -> map(content.getAsJsonObject().get("fields"));
      // Unknown is an error, and an error is a denial: better than a null that a rule might accept.
      default -> throw new IllegalArgumentException("No rules value for Firestore's " + entry.getKey());
    };
  }

  private static ExpressionValue timestamp(String instant) {
    try {
      return ExpressionValue.newBuilder().setTimestampValue(Timestamps.parse(instant)).build();
    } catch (ParseException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static ExpressionValue place(JsonObject point) {
    // The REST API leaves a zero out.
    double latitude = point.has("latitude") ? point.get("latitude").getAsDouble() : 0;
    double longitude = point.has("longitude") ? point.get("longitude").getAsDouble() : 0;
    return ExpressionValue.newBuilder()
        .setLatlngValue(LatLng.newBuilder().setLatitude(latitude).setLongitude(longitude)).build();
  }
}
