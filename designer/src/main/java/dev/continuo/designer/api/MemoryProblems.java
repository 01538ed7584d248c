package dev.continuo.designer.api;

import dev.continuo.ontology.exchange.ImportRefused;
import dev.continuo.ontology.memory.ErasureRefused;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MergeRefused;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.ontology.vocabulary.VocabularyRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What memory refuses, as problem documents. */
@RestControllerAdvice(basePackageClasses = MemoryProblems.class)
class MemoryProblems {
  @ExceptionHandler
  ProblemDetail on(ReviewRefused refused) {
    return Problems.problem(HttpStatus.CONFLICT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(MergeRefused refused) {
    return Problems.problem(HttpStatus.CONFLICT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(FactNotFound missing) {
    return Problems.problem(HttpStatus.NOT_FOUND, missing.code(), missing);
  }

  @ExceptionHandler
  ProblemDetail on(ErasureRefused refused) {
    return Problems.problem(HttpStatus.NOT_FOUND, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(ImportRefused refused) {
    return Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(dev.continuo.ontology.exchange.QuestionRefused refused) {
    return Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused);
  }

  @ExceptionHandler
  ProblemDetail on(VocabularyRefused refused) {
    return Problems.withFindings(
        Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused),
        refused.findings());
  }

  @ExceptionHandler
  ProblemDetail on(MemoryFailed failed) {
    return Problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "memory-failed", failed);
  }
}
