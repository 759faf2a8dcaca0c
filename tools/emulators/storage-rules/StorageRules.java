import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import com.google.firebase.rules.lang.CompileResult;
import com.google.firebase.rules.lang.FirebaseRulesProtoCompiler;
import com.google.firebase.rules.lang.common.FirebaseRulesLangOptions;
import com.google.firebase.rules.runtime.common.AsyncRuntimeFunction;
import com.google.firebase.rules.runtime.common.EvaluationException;
import com.google.firebase.rules.runtime.common.Evaluator;
import com.google.firebase.rules.runtime.impl.DefaultEvaluator;
import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExecutionRequest;
import com.google.firebase.rules.runtime.v1.ExecutionResponse;
import com.google.firebase.rules.runtime.v1.ExpressionPathValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.runtime.v1.RulesetAst;
import com.google.firebase.rules.v1.File;
import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.Source;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Stands in for firebase-tools' `cloud-storage-rules-runtime` where that jar cannot be downloaded. The verdicts come from
 * Google's own rules engine, found in the Firestore emulator's jar; this class only speaks firebase-tools' protocol: one
 * JSON object a line on stdin and stdout (docs/decisions/002).
 *
 * Everything is decided on the reading thread: a verdict that waits for a Firestore document is a future, not a blocked
 * thread, so any number of verdicts may wait at once and none can starve another.
 */
public final class StorageRules {
  /** Production refuses a Storage verdict that reads more documents than this. */
  private static final int DOCUMENTS_PER_VERDICT = 2;

  private final Outbox outbox = new Outbox();
  private final Map<String, RulesetAst> rulesets = new HashMap<>();
  private final Map<Long, SettableFuture<JsonElement>> awaitedDocuments = new HashMap<>();

  public static void main(String[] arguments) throws IOException {
    new StorageRules().serve();
  }

  /** Answers until stdin closes: firebase-tools is gone then, however it ended, and so are we. */
  private void serve() throws IOException {
    outbox.start();
    outbox.post(answer(-1));
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      if (!line.isBlank()) handle(JsonParser.parseString(line).getAsJsonObject());
    }
    System.exit(0);
  }

  private void handle(JsonObject request) {
    long id = request.get("id").getAsLong();
    if (!request.has("action")) {
      SettableFuture<JsonElement> awaited = awaitedDocuments.remove(id);
      if (awaited != null) awaited.set(request.has("result") ? request.get("result") : JsonNull.INSTANCE);
      return;
    }
    JsonObject context = request.getAsJsonObject("context");
    switch (request.get("action").getAsString()) {
      case "load_ruleset" -> load(id, context);
      case "verify" -> verify(id, context);
      default -> outbox.post(problem(id, "Unknown action " + request.get("action")));
    }
  }

  private void load(long id, JsonObject context) {
    Source.Builder source = Source.newBuilder();
    for (JsonElement element : context.getAsJsonObject("source").getAsJsonArray("files")) {
      JsonObject file = element.getAsJsonObject();
      source.addFiles(File.newBuilder().setName(text(file, "name")).setContent(text(file, "content")));
    }
    CompileResult compiled = FirebaseRulesProtoCompiler.createStandalone(
        FirebaseRulesLangOptions.builder()
            .allowLetBindings(true).allowCrossServiceRules(true).allowTernaryOperator(true).build()).compile(source);
    JsonObject reply = answer(id);
    for (Issue issue : compiled.getIssues()) {
      boolean isError = issue.getSeverity() == Issue.Severity.ERROR;
      reply.getAsJsonArray(isError ? "errors" : "warnings").add(located(issue));
    }
    if (reply.getAsJsonArray("errors").isEmpty()) {
      rulesets.put(text(context, "rulesetName"), compiled.getRulesetAst());
      JsonObject result = new JsonObject();
      result.addProperty("rulesVersion", source.getFilesList().stream().anyMatch(StorageRules::isVersionTwo) ? 2 : 1);
      reply.add("result", result);
    }
    outbox.post(reply);
  }

  private static boolean isVersionTwo(File file) {
    return file.getContent().matches("(?s).*rules_version\\s*=\\s*['\"]2['\"].*");
  }

  private static String located(Issue issue) {
    var position = issue.getSourcePosition();
    return position.getFileName() + ":" + position.getLine() + ":" + position.getColumn() + " - " + issue.getDescription();
  }

  /** A verdict is always given: whatever fails on the way to it is a denial, as in production. */
  private void verify(long id, JsonObject context) {
    RulesetAst ruleset = rulesets.get(text(context, "rulesetName"));
    if (ruleset == null) {
      outbox.post(problem(id, "Unknown ruleset " + context.get("rulesetName")));
      return;
    }
    Documents documents = new Documents(id);
    ListenableFuture<Boolean> permitted = Futures.immediateFuture(false);
    try {
      permitted = Futures.transform(
          new DefaultEvaluator(ruleset).evaluate(new Request(context, documents)),
          result -> result.permit(), MoreExecutors.directExecutor());
    } catch (IOException | RuntimeException unreadable) {
      documents.note(unreadable);
    }
    Futures.addCallback(permitted, new Verdict(id, documents), MoreExecutors.directExecutor());
  }

  private final class Verdict implements FutureCallback<Boolean> {
    private final long id;
    private final Documents documents;

    Verdict(long id, Documents documents) {
      this.id = id;
      this.documents = documents;
    }

    @Override
    public void onSuccess(Boolean permitted) {
      JsonObject result = new JsonObject();
      result.addProperty("permit", permitted && !documents.exceeded());
      JsonObject reply = answer(id);
      reply.add("result", result);
      // Shown in firebase-tools' debug log only: a rule's error is a denial, never a failure of the emulator.
      documents.notes.forEach(reply.getAsJsonArray("warnings")::add);
      outbox.post(reply);
    }

    @Override
    public void onFailure(Throwable failure) {
      documents.note(failure);
      onSuccess(false);
    }
  }

  /** What one verdict reads in Firestore: each document once, two at most, one question at a time under the verdict's id. */
  private final class Documents {
    private final long id;
    private final Map<String, ListenableFuture<JsonElement>> known = new HashMap<>();
    private final JsonArray notes = new JsonArray();
    private ListenableFuture<?> lastQuestion = Futures.immediateVoidFuture();

    Documents(long id) {
      this.id = id;
    }

    boolean exceeded() {
      return known.size() > DOCUMENTS_PER_VERDICT;
    }

    void note(Throwable failure) {
      notes.add(String.valueOf(failure.getMessage()));
    }

    ListenableFuture<JsonElement> read(ExecutionRequest call) {
      try {
        return known.computeIfAbsent(documentPath(call), this::ask);
      } catch (EvaluationException failure) {
        note(failure);
        return Futures.immediateFailedFuture(failure);
      }
    }

    private ListenableFuture<JsonElement> ask(String path) {
      // The map gains the document after this returns: at its limit, this one would be the third.
      if (known.size() >= DOCUMENTS_PER_VERDICT) {
        notes.add("A Storage verdict may read " + DOCUMENTS_PER_VERDICT + " documents, this is one more: " + path);
        return Futures.immediateFailedFuture(new IllegalStateException("Too many documents"));
      }
      ListenableFuture<JsonElement> document = Futures.transformAsync(lastQuestion, ready -> {
        SettableFuture<JsonElement> awaited = SettableFuture.create();
        awaitedDocuments.put(id, awaited);
        JsonObject context = new JsonObject();
        context.addProperty("path", path);
        JsonObject question = answer(id);
        question.addProperty("server_request_id", id);
        question.addProperty("action", "fetch_firestore_document");
        question.add("context", context);
        outbox.post(question);
        return awaited;
      }, MoreExecutors.directExecutor());
      lastQuestion = document;
      return document;
    }
  }

  private static String documentPath(ExecutionRequest call) throws EvaluationException {
    StringBuilder path = new StringBuilder();
    List<String> segments =
        ExpressionValueUtils.getPathSegments(call.getSourcePosition(), call.getArguments(0).getPathValue());
    for (String segment : segments) {
      // firebase-tools puts the path in a URL as it is: a user's text in it must not name another document.
      if (segment.isEmpty() || segment.contains("/") || segment.equals(".") || segment.equals("..")) {
        throw new EvaluationException(call.getSourcePosition(), "Not a document's path: " + segments);
      }
      path.append('/').append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20")
          .replace("%28", "(").replace("%29", ")"));
    }
    return path.toString();
  }

  private record Read(String name, Documents documents, Function<JsonElement, ExpressionValue> result)
      implements AsyncRuntimeFunction {
    @Override
    public ListenableFuture<ExecutionResponse> execute(ExecutionRequest call) {
      return Futures.transform(documents.read(call),
          document -> ExpressionValueUtils.createResponse(result.apply(document)), MoreExecutors.directExecutor());
    }
  }

  private record Request(
      String service, String method, ExpressionPathValue path,
      ImmutableMap<String, Supplier<ListenableFuture<ExpressionValue>>> variables,
      ImmutableMap<String, AsyncRuntimeFunction> functions) implements Evaluator.Context {
    Request(JsonObject context, Documents documents) throws IOException {
      this(text(context, "service"), text(context, "method"), pathOf(text(context, "path")),
          variablesOf(context.getAsJsonObject("variables")),
          ImmutableMap.of(
              "firestore.get", new Read("firestore.get", documents, FirestoreValues::resource),
              "firestore.exists", new Read("firestore.exists", documents,
                  document -> ExpressionValueUtils.createValue(!document.isJsonNull()))));
    }

    private static ExpressionPathValue pathOf(String path) {
      return ExpressionValueUtils.segmentsToPathExpressions(FirestoreValues.segments(path)).getPathValue();
    }

    private static ImmutableMap<String, Supplier<ListenableFuture<ExpressionValue>>> variablesOf(JsonObject variables)
        throws IOException {
      ImmutableMap.Builder<String, Supplier<ListenableFuture<ExpressionValue>>> result = ImmutableMap.builder();
      for (String name : variables.keySet()) {
        ExpressionValue.Builder value = ExpressionValue.newBuilder();
        JsonFormat.parser().merge(variables.get(name).toString(), value);
        ExpressionValue parsed = value.build();
        result.put(name, () -> Futures.immediateFuture(parsed));
      }
      return result.buildOrThrow();
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static JsonObject answer(long id) {
    JsonObject reply = new JsonObject();
    reply.addProperty("id", id);
    reply.addProperty("status", "ok");
    reply.add("errors", new JsonArray());
    reply.add("warnings", new JsonArray());
    return reply;
  }

  /** firebase-tools 14 never answers its caller on another status than "ok", so a problem travels as an error. */
  private static JsonObject problem(long id, String message) {
    JsonObject reply = answer(id);
    reply.getAsJsonArray("errors").add(message);
    return reply;
  }
}
