package dev.continuo.ontology.vocabulary.jena;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.shacl.Shapes;

/** What is wrong with the shapes of an extension. */
final class ExtensionShapes {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Property PATH = sh("path");
  private static final Property MESSAGE = sh("message");
  private static final Property TARGET = sh("targetClass");
  private static final Property PATTERN = sh("pattern");

  /** What would run code, reach out or rewrite data. */
  private static final List<String> REFUSED =
      List.of(
          "sparql",
          "select",
          "ask",
          "construct",
          "js",
          "jsLibrary",
          "rule",
          "target",
          "shapesGraph");

  /** A repetition of a repetition may take longer than anybody waits. */
  private static final Pattern NESTED = Pattern.compile("[*+}]\\)[*+{]|[*+}]\\?\\)[*+{]");

  private final Model all;
  private final Model own;
  private final List<String> findings = new ArrayList<>();

  ExtensionShapes(Model shipped, Model own) {
    this.own = own;
    this.all = ModelFactory.createUnion(shipped, own);
  }

  List<String> findings() {
    for (var name : REFUSED) {
      if (own.contains(null, sh(name))) {
        findings.add("its shapes use sh:" + name + ", which is not allowed");
      }
    }
    own.listStatements(null, PATH, (RDFNode) null)
        .forEachRemaining(s -> property(s.getSubject(), s.getObject()));
    own.listObjectsOfProperty(TARGET).forEachRemaining(this::target);
    own.listObjectsOfProperty(PATTERN).forEachRemaining(this::pattern);
    parse();
    return findings;
  }

  private void property(Resource shape, RDFNode path) {
    if (!shape.hasProperty(MESSAGE)) {
      findings.add("the shape on " + path + " has no sh:message in plain words");
    }
    if (!path.isURIResource() || !all.contains(path.asResource(), TurtleVocabulary.SLOT)) {
      findings.add("a shape speaks of " + path + ", which is no predicate of the vocabulary");
    }
  }

  private void target(RDFNode kind) {
    if (!kind.isURIResource() || !all.contains(kind.asResource(), TurtleVocabulary.NODE_LABEL)) {
      findings.add("a shape targets " + kind + ", which is no kind of the vocabulary");
    }
  }

  private void pattern(RDFNode pattern) {
    var text = pattern.isLiteral() ? pattern.asLiteral().getLexicalForm() : "";
    if (text.length() > 500 || NESTED.matcher(text).find()) {
      findings.add("the pattern '" + text + "' could run without end; make it simpler");
      return;
    }
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      findings.add("the pattern '" + text + "' is not a regular expression");
    }
  }

  private void parse() {
    try {
      Shapes.parse(own.getGraph());
    } catch (RuntimeException e) { // a number that is a text ends in a ClassCastException
      findings.add("its shapes cannot be read: " + e.getMessage());
    }
  }

  private static Property sh(String name) {
    return ResourceFactory.createProperty(SH + name);
  }
}
