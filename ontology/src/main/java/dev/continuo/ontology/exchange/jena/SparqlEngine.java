package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.QuestionRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;

/** Runs admitted questions over one dataset, with nothing but the standard at hand. */
final class SparqlEngine {
  private final DatasetGraph dataset;
  private final Map<String, String> prefixes;
  private final QuestionLimits limits;

  SparqlEngine(DatasetGraph dataset, Map<String, String> prefixes, QuestionLimits limits) {
    this.dataset = dataset;
    this.prefixes = prefixes;
    this.limits = limits;
  }

  /**
   * @throws QuestionRefused when it may not run or takes too long
   */
  Answer ask(String sparql, String asOf) {
    var query = SparqlGuard.admit(sparql, prefixes);
    try (var execution = execution(query)) {
      return query.isAskType()
          ? new Answer.Verdict(asOf, execution.ask())
          : rows(execution, query, asOf);
    } catch (QueryCancelledException e) {
      throw new QuestionRefused(
          "it took longer than " + limits.time().toSeconds() + " seconds.", "Ask for less.");
    }
  }

  private QueryExec execution(Query query) {
    var noServices = new ServiceExecutorRegistry();
    return QueryExec.dataset(dataset)
        .query(query)
        .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
        .set(ARQ.httpServiceAllowed, false)
        .set(ARQ.enablePropertyFunctions, false)
        .set(ARQConstants.registryPropertyFunctions, new PropertyFunctionRegistry())
        .set(ARQConstants.registryServiceExecutors, noServices)
        .build();
  }

  private Answer rows(QueryExec execution, Query query, String asOf) {
    var found = execution.select();
    List<Map<String, Answer.Cell>> rows = new ArrayList<>();
    while (rows.size() < limits.rows() && found.hasNext()) {
      rows.add(row(found.next()));
    }
    return new Answer.Rows(asOf, query.getResultVars(), rows, found.hasNext());
  }

  private static Map<String, Answer.Cell> row(Binding binding) {
    var cells = new HashMap<String, Answer.Cell>();
    binding.forEach((column, node) -> cells.put(column.getVarName(), cell(node)));
    return cells;
  }

  private static Answer.Cell cell(Node node) {
    return node.isLiteral()
        ? new Answer.Cell(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI())
        : new Answer.Cell(node.isURI() ? node.getURI() : "_:" + node, "");
  }
}
