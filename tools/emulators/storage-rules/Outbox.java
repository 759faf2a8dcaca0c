import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes one line at a time, some milliseconds apart: firebase-tools 14 takes each chunk of stdout for one message, so
 * two lines in one chunk are both lost and their verdicts never given.
 */
final class Outbox extends Thread {
  private static final long PAUSE_MS = 5;
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final PrintStream lines = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  Outbox() {
    setDaemon(true);
  }

  void post(JsonObject message) {
    messages.add(message);
  }

  @Override
  public void run() {
    try {
      while (true) {
        lines.println(messages.take());
        lines.flush();
        Thread.sleep(PAUSE_MS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
