import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF: PROFILE[,PROFILE…] FILE…, where a profile is `3a`, `ua1` or the like.
 *
 * Prints lines of fields between tabs: for each file and profile `result`, the profile, the file, true or false, and
 * how many checks were made; before it, for each rule that fails, `failure`, the profile, the file, the rule, how
 * often it fails, its words and one place.
 */
public final class Validate {
    private static final int ONE_EXAMPLE = 1;

    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String profile : arguments[0].split(",")) {
                validate(profile, arguments[i]);
            }
        }
    }

    private static void validate(String profile, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, ONE_EXAMPLE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failed : result.getTestAssertions()) {
                String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
                Integer times = result.getFailedChecks().get(failed.getRuleId());
                String words = failed.getErrorMessage() == null ? failed.getMessage() : failed.getErrorMessage();
                say("failure", profile, file, rule, times, words, failed.getLocation().getContext());
            }
            say("result", profile, file, result.isCompliant(), result.getTotalAssertions());
        }
    }

    private static void say(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(field).replaceAll("\\s+", " "));
        }
        System.out.println(line);
    }
}
