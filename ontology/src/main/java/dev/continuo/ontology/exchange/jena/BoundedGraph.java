package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.ImportRefused;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Collects statements of any graph in one, as long as they fit into half of what this process may
 * use. The size of a file says little: three letters can be a statement, and a prefix can stand for
 * a name of a million.
 */
final class BoundedGraph extends StreamRDFWrapper {
  /** What a statement takes from the file to the report, without its words. */
  private static final int EACH = 800;

  private static final int OF_A_CHARACTER = 2;

  private final String file;
  private final long most;
  private long taken;
  private long statements;

  BoundedGraph(Graph graph, String file) {
    super(StreamRDFLib.graph(graph));
    this.file = file;
    this.most = Runtime.getRuntime().maxMemory() / 2;
  }

  @Override
  public void quad(Quad quad) {
    triple(quad.asTriple());
  }

  @Override
  public void triple(Triple triple) {
    statements++;
    taken +=
        EACH
            + OF_A_CHARACTER
                * (length(triple.getSubject())
                    + length(triple.getPredicate())
                    + length(triple.getObject()));
    if (taken > most) {
      throw new ImportRefused(
          file,
          "it has more in it than fits into memory here: its first %,d statements fill what there is."
              .formatted(statements - 1),
          "Split it.");
    }
    super.triple(triple);
  }

  private static long length(Node node) {
    return node.isURI()
        ? node.getURI().length()
        : node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
  }
}
