package dev.continuo.runtime.document.angus;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A content type read leniently: what the grammar refuses is read by pattern. */
record ContentKind(String type, String subtype, Map<String, String> parameters) {
  private static final Pattern TYPE = Pattern.compile("([\\w.+-]{1,60})\\s*/\\s*([\\w.+-]{1,100})");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([\\w.-]{1,60})\\*?\\s*=\\s*(?:\"([^\"]{0,500})\"|([^;\\s]{0,500}))");
  static final int LONGEST = 8 << 10;

  /** The kind a header names; the fallback where it names none. */
  static ContentKind of(@Nullable String header, String fallback, Defects defects) {
    if (header == null || header.isBlank()) {
      return lenient(fallback);
    }
    String bounded = header.substring(0, Math.min(header.length(), LONGEST));
    try {
      ContentType strict = new ContentType(bounded);
      return new ContentKind(
          lower(strict.getPrimaryType()),
          lower(strict.getSubType()),
          parameters(strict.getParameterList()));
    } catch (ParseException | RuntimeException e) {
      defects.add("broken-content-type", "A part's content type is malformed; it was guessed.");
      return TYPE.matcher(bounded).find() ? lenient(bounded) : lenient(fallback);
    }
  }

  boolean is(String wantedType, String wantedSubtype) {
    return type.equals(wantedType) && subtype.equals(wantedSubtype);
  }

  private static ContentKind lenient(String header) {
    Matcher type = TYPE.matcher(header);
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find() && parameters.size() < 20) {
      String value = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
      parameters.putIfAbsent(lower(parameter.group(1)), value);
    }
    return type.find()
        ? new ContentKind(lower(type.group(1)), lower(type.group(2)), parameters)
        : new ContentKind("text", "plain", parameters);
  }

  private static Map<String, String> parameters(@Nullable ParameterList list) {
    if (list == null) {
      return Map.of();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : Collections.list(list.getNames())) {
      String value = list.get(name);
      if (value != null) {
        parameters.put(lower(name), value);
      }
    }
    return Map.copyOf(parameters);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
