package dev.continuo.designer.api;

import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.recall.QuestionRefused;
import dev.continuo.runtime.approval.CardRefused;
import dev.continuo.runtime.decision.DecisionFailed;
import dev.continuo.runtime.decision.TableDraftChanged;
import dev.continuo.runtime.decision.TableExists;
import dev.continuo.runtime.decision.TableNotFound;
import dev.continuo.runtime.decision.TableNotReleased;
import dev.continuo.runtime.decision.TableRefused;
import dev.continuo.runtime.document.DocumentNotFound;
import dev.continuo.runtime.document.DocumentTooLarge;
import dev.continuo.runtime.flow.DraftChanged;
import dev.continuo.runtime.flow.EngineTrouble;
import dev.continuo.runtime.flow.FlowNotFound;
import dev.continuo.runtime.flow.FlowNotReleased;
import dev.continuo.runtime.flow.FlowReadiness;
import dev.continuo.runtime.flow.FlowRefused;
import dev.continuo.runtime.flow.StartRefused;
import dev.continuo.runtime.setting.SettingsRefused;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns refusals into problem documents (RFC 9457) with a stable {@code code}. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
  private final FlowReadiness flows;

  Problems(FlowReadiness flows) {
    this.flows = flows;
  }

  @ExceptionHandler
  ProblemDetail on(NotThere missing) {
    return problem(HttpStatus.NOT_FOUND, "not-found", missing);
  }

  @ExceptionHandler
  ProblemDetail on(Unfit unfit) {
    return problem(HttpStatus.BAD_REQUEST, "unfit-request", unfit);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    HttpMessageNotReadableException.class
  })
  ProblemDetail unreadable(Exception unreadable) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "unreadable-request",
        new Unfit(
            "The request could not be read: "
                + unreadable.getMessage()
                + " The description at /api/v1/openapi shows what is expected."));
  }

  @ExceptionHandler
  ProblemDetail on(IllegalArgumentException unfit) {
    return problem(HttpStatus.BAD_REQUEST, "unfit-request", unfit);
  }

  @ExceptionHandler
  ProblemDetail on(FlowNotFound missing) {
    return problem(HttpStatus.NOT_FOUND, missing.code(), missing);
  }

  /** While Continuo starts nothing is released yet: that is no mistake of the caller's. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(FlowNotReleased missing) {
    if (flows.ready()) {
      return ResponseEntity.of(problem(HttpStatus.NOT_FOUND, missing.code(), missing)).build();
    }
    var starting =
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "starting",
            new Unfit(
                "Continuo is starting and its flows cannot run yet. Nothing was started. Send it again in a few seconds."));
    return ResponseEntity.of(starting).header(HttpHeaders.RETRY_AFTER, "3").build();
  }

  @ExceptionHandler
  ProblemDetail on(StartRefused refused) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(FlowRefused refused) {
    return withFindings(
        problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused), refused.findings());
  }

  @ExceptionHandler
  ProblemDetail on(DraftChanged changed) {
    return problem(HttpStatus.CONFLICT, changed.code(), changed);
  }

  @ExceptionHandler
  ProblemDetail on(TableNotFound missing) {
    return problem(HttpStatus.NOT_FOUND, "table-not-found", missing);
  }

  @ExceptionHandler
  ProblemDetail on(TableNotReleased missing) {
    return problem(HttpStatus.NOT_FOUND, "table-not-released", missing);
  }

  @ExceptionHandler
  ProblemDetail on(TableExists exists) {
    return problem(HttpStatus.CONFLICT, "table-exists", exists);
  }

  @ExceptionHandler
  ProblemDetail on(TableDraftChanged changed) {
    return problem(HttpStatus.CONFLICT, changed.code(), changed);
  }

  @ExceptionHandler
  ProblemDetail on(TableRefused refused) {
    return withFindings(
        problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused), refused.findings());
  }

  @ExceptionHandler
  ProblemDetail on(DecisionFailed failed) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "decision-failed", failed);
  }

  @ExceptionHandler
  ProblemDetail on(CardRefused refused) {
    HttpStatus status =
        switch (refused) {
          case CardRefused.NotFound missing -> HttpStatus.NOT_FOUND;
          case CardRefused.AlreadyClosed closed -> HttpStatus.CONFLICT;
          case CardRefused.ContentChanged changed -> HttpStatus.CONFLICT;
          case CardRefused.NotOffered unfit -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return problem(status, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(SettingsRefused refused) {
    return withFindings(
        problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused), refused.findings());
  }

  @ExceptionHandler
  ProblemDetail on(DocumentNotFound missing) {
    return problem(HttpStatus.NOT_FOUND, "document-not-found", missing);
  }

  @ExceptionHandler
  ProblemDetail on(DocumentTooLarge large) {
    return problem(HttpStatus.CONTENT_TOO_LARGE, "document-too-large", large);
  }

  @ExceptionHandler
  ProblemDetail on(EngineTrouble trouble) {
    return switch (trouble) {
      case EngineTrouble.Unreachable waits ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "engine-unreachable", waits);
      case EngineTrouble.Refused refused ->
          problem(HttpStatus.UNPROCESSABLE_CONTENT, "engine-refused", refused);
      case EngineTrouble.Gone gone -> problem(HttpStatus.NOT_FOUND, "engine-gone", gone);
    };
  }

  @ExceptionHandler
  ProblemDetail on(QuestionRefused refused) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(MemoryUnavailable down) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, "memory-unavailable", down);
  }

  static ProblemDetail withFindings(ProblemDetail problem, List<?> findings) {
    problem.setProperty("findings", findings);
    return problem;
  }

  static ProblemDetail problem(HttpStatus status, String code, Throwable what) {
    var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(what.getMessage()));
    problem.setProperty("code", code);
    return problem;
  }

  /** What the address names is not there. */
  static final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String words) {
      super(words);
    }
  }

  /** The request does not fit. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String words) {
      super(words);
    }
  }
}
