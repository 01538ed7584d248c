package dev.continuo.ontology.vocabulary.jena;

import dev.continuo.ontology.vocabulary.Renaming;
import dev.continuo.ontology.vocabulary.VocabularyChange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Reads a changelog from Turtle. */
final class TurtleChanges {
  private static final Resource CHANGE =
      ResourceFactory.createResource(TurtleVocabulary.NS + "VocabularyChange");
  private static final Property VERSION = property("version");
  private static final Property REPLACES = property("replaces");
  private static final Property OLD = property("old");
  private static final Property NEW = property("new");
  private static final Property VALUE = property("value");

  private TurtleChanges() {}

  static List<VocabularyChange> read(Model model) {
    return model.listSubjectsWithProperty(RDF.type, CHANGE).toList().stream()
        .map(TurtleChanges::change)
        .sorted(Comparator.comparing(change -> Integer.valueOf(change.version())))
        .toList();
  }

  private static VocabularyChange change(Resource change) {
    return new VocabularyChange(
        text(change, VERSION),
        LocalDate.parse(change.getProperty(DCTerms.date).getLiteral().getLexicalForm()),
        change.getProperty(RDFS.comment).getString(),
        change.listProperties(REPLACES).toList().stream()
            .map(s -> renaming(s.getResource()))
            .toList());
  }

  private static Renaming renaming(Resource renaming) {
    var values = new HashMap<String, String>();
    renaming
        .listProperties(VALUE)
        .forEachRemaining(s -> values.put(text(s.getResource(), OLD), text(s.getResource(), NEW)));
    return new Renaming(text(renaming, OLD), text(renaming, NEW), values);
  }

  private static String text(Resource resource, Property property) {
    return resource.getProperty(property).getString();
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(TurtleVocabulary.NS + name);
  }
}
