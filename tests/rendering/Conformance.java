import java.io.File;
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks PDF files against PDF/UA-1 and PDF/A-2a with veraPDF: a line for each file and standard, PASS or FAIL, and
 * below it the rules that failed.
 *
 * <p>The profiles are read from veraPDF's own resources. Its profile reader needs JAXB, which newer JDKs do not bring,
 * so they are read as plain XML.
 */
public class Conformance {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile accessible = profile("PDFUA-1.xml", PDFAFlavour.PDFUA_1);
    ValidationProfile archival = profile("PDFA-2A.xml", PDFAFlavour.PDFA_2_A);
    for (String file : files) {
      check(new File(file), accessible, PDFAFlavour.PDFUA_1);
      check(new File(file), archival, PDFAFlavour.PDFA_2_A);
    }
  }

  private static void check(File file, ValidationProfile profile, PDFAFlavour flavour) {
    Map<String, String> failed = new TreeMap<>();
    try (var stream = new FileInputStream(file);
        var parser = Foundries.defaultInstance().createParser(stream, flavour);
        var validator = Foundries.defaultInstance().createValidator(profile, 20, false, true, false)) {
      var result = validator.validate(parser);
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          var rule = assertion.getRuleId();
          failed.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), assertion.getMessage());
        }
      }
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId() + " " + file.getName());
    } catch (Exception error) {
      System.out.println("ERROR " + flavour.getId() + " " + file.getName() + " " + error);
    }
    failed.forEach((rule, message) -> System.out.println("    " + rule + " " + message));
  }

  private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var stream = Conformance.class.getClassLoader().getResourceAsStream(PROFILES + name);
    Element root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : children(children(root, "rules").get(0), "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element list : children(root, "variables")) {
      for (Element each : children(list, "variable")) {
        variables.add(
            Profiles.variableFromValues(
                each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
      }
    }
    var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = children(rule, "id").get(0);
    Element error = children(rule, "error").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element list : children(error, "arguments")) {
      for (Element each : children(list, "argument")) {
        arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), null, null));
      }
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        Collections.emptyList());
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    var found = children(parent, name);
    return found.isEmpty() ? null : found.get(0).getTextContent();
  }
}
