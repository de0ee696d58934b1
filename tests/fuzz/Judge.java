import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Answers for java.util.regex: reads lines of a mode, 1 or 0 for ignoring case, the pattern and the
 * texts in hexadecimal; writes one line each: "refused", or a digit for every text; "?" where the
 * engine runs out of stack.
 */
public class Judge {
  private static String text(String hexadecimal) {
    return new String(HexFormat.of().parseHex(hexadecimal.substring(1)), StandardCharsets.UTF_8);
  }

  private static char answer(Pattern pattern, String mode, String text) {
    Matcher matcher = pattern.matcher(text);
    try {
      boolean found =
          switch (mode) {
            case "full" -> matcher.matches();
            case "prefix" -> matcher.lookingAt();
            default -> matcher.find();
          };
      return found ? '1' : '0';
    } catch (StackOverflowError error) {
      return '?';
    }
  }

  public static void main(String[] arguments) throws Exception {
    StringBuilder out = new StringBuilder();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] fields = line.split(" ");
      try {
        int flags = fields[1].equals("1") ? Pattern.CASE_INSENSITIVE : 0;
        Pattern pattern = Pattern.compile(text(fields[2]), flags);
        for (int i = 3; i < fields.length; ++i)
          out.append(answer(pattern, fields[0], text(fields[i])));
        out.append('\n');
      } catch (PatternSyntaxException refusal) {
        out.append("refused\n");
      } catch (RuntimeException failure) {
        out.append("failed\n");
      }
    }
    System.out.print(out);
  }
}
