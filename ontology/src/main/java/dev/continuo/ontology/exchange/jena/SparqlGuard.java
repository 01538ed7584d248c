package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.QuestionRefused;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProcedure;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * Lets a question through only when it can do nothing but read what it is given: the text is
 * parsed, and the algebra that would run is walked.
 */
final class SparqlGuard {
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 60;
  private static final int LONGEST_PATTERN = 200;

  /** A repetition of a repetition, or a choice that is repeated, may run without end. */
  private static final Pattern ENDLESS = Pattern.compile("[*+}?]\\)[*+{]|\\|[^()]*\\)[*+{]");

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final Set<String> REACHING_OUT =
      Set.of(
          "http://jena.apache.org/ARQ/",
          "http://jena.hpl.hp.com/ARQ/",
          "java:",
          "jena:",
          "http://jena.apache.org/text#",
          "http://jena.apache.org/spatial#");

  private static final Pattern ENCOUNTERED =
      Pattern.compile(
          "Encountered \"\\s*(?:<[A-Z_]+>\\s*)?\"?(.*?)[\"\\s]*\" at line (\\d+), column (\\d+)",
          Pattern.DOTALL);

  private SparqlGuard() {}

  /**
   * @throws QuestionRefused when it may not run
   */
  static Query admit(String sparql, Map<String, String> prefixes) {
    if (sparql.length() > LONGEST) {
      throw refused("it is longer than " + LONGEST + " characters.");
    }
    requireShallow(sparql);
    var query = parse(sparql, prefixes);
    if (!query.isSelectType() && !query.isAskType()) {
      throw refused("only SELECT and ASK are answered.");
    }
    if (query.hasDatasetDescription()) {
      throw refused("it names its own data (FROM), and only memory is asked.");
    }
    check(Algebra.compile(query));
    return query;
  }

  /** A deep nest would overflow the parser's stack. */
  private static void requireShallow(String sparql) {
    int depth = 0;
    int bangs = 0;
    for (int i = 0; i < sparql.length(); i++) {
      char c = sparql.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (c == '}' || c == ')' || c == ']') {
        depth--;
      }
      bangs = c == '!' || c == '^' || c == '-' ? bangs + 1 : Character.isWhitespace(c) ? bangs : 0;
      if (depth > DEEPEST || bangs > DEEPEST) {
        throw refused("it is nested more than " + DEEPEST + " times.");
      }
    }
  }

  private static Query parse(String sparql, Map<String, String> prefixes) {
    var query = new Query();
    query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(prefixes));
    try {
      return QueryFactory.parse(query, sparql, "urn:continuo:question:", Syntax.syntaxSPARQL_11);
    } catch (QueryException e) {
      throw new QuestionRefused("it is not SPARQL 1.1: " + fault(e) + ".", "Correct it there.");
    }
  }

  /** Where it breaks; without the list of all that could have stood there. */
  private static String fault(QueryException e) {
    var words = String.valueOf(e.getMessage()).strip();
    var met = ENCOUNTERED.matcher(words);
    var end = words.indexOf("Was expecting");
    return met.find()
        ? "line "
            + met.group(2)
            + ", column "
            + met.group(3)
            + ", cannot go on with "
            + met.group(1)
        : (end > 0 ? words.substring(0, end) : words).replaceAll("[\\s.]+$", "");
  }

  private static void check(Op op) {
    Walker.walk(op, new Operators(), new Expressions());
  }

  private static QuestionRefused refused(String why) {
    return new QuestionRefused(why, "Ask with SELECT or ASK over memory alone.");
  }

  private static void requireHarmless(String iri) {
    if (REACHING_OUT.stream().anyMatch(iri::startsWith)) {
      throw refused("it uses " + iri + ", which may do more than read.");
    }
  }

  private static void check(Expr expression) {
    Walker.walk(expression, new Operators(), new Expressions());
  }

  /** Operators that leave the data they are given. */
  private static final class Operators extends OpVisitorBase {
    @Override
    public void visit(OpOrder op) {
      op.getConditions().forEach(condition -> check(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup op) {
      op.getGroupVars().forEachVarExpr((column, expression) -> check(expression));
      op.getAggregators().stream()
          .map(aggregate -> aggregate.getAggregator().getExprList())
          .filter(Objects::nonNull)
          .forEach(expressions -> expressions.forEach(SparqlGuard::check));
    }

    @Override
    public void visit(OpService op) {
      throw refused("it asks another service (SERVICE).");
    }

    @Override
    public void visit(OpPropFunc op) {
      throw refused("it uses a property function.");
    }

    @Override
    public void visit(OpProcedure op) {
      throw refused("it calls a procedure.");
    }

    @Override
    public void visit(OpBGP op) {
      op.getPattern()
          .forEach(
              triple -> {
                if (triple.getPredicate().isURI()) {
                  requireHarmless(triple.getPredicate().getURI());
                }
              });
    }

    @Override
    public void visit(OpQuadPattern op) {
      op.getBasicPattern()
          .forEach(
              triple -> {
                if (triple.getPredicate().isURI()) {
                  requireHarmless(triple.getPredicate().getURI());
                }
              });
    }

    @Override
    public void visit(OpPath op) {
      var predicate = op.getTriplePath().getPredicate();
      if (predicate != null && predicate.isURI()) {
        requireHarmless(predicate.getURI());
      }
    }
  }

  /** Functions that are not SPARQL's own, and patterns that may run without end. */
  private static final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionN function) {
      if (function instanceof E_Function own) {
        if (!own.getFunctionIRI().startsWith(XSD)) {
          throw refused("it calls the function " + own.getFunctionIRI() + ".");
        }
      } else if (function instanceof E_Regex || function instanceof E_StrReplace) {
        requireBounded(function.getArg(2));
      }
    }

    private static void requireBounded(Expr pattern) {
      if (!pattern.isConstant()) {
        throw refused("the pattern of a regular expression must be written in the question.");
      }
      var text = pattern.getConstant().asUnquotedString();
      if (text.length() > LONGEST_PATTERN || ENDLESS.matcher(text).find()) {
        throw refused("the pattern '" + text + "' could run without end.");
      }
    }
  }
}
