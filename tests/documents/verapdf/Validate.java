import java.io.File;
import java.util.ArrayList;
import java.util.List;
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
        List<PDFAFlavour> profiles = new ArrayList<>();
        for (String profile : arguments[0].split(",")) {
            profiles.add(PDFAFlavour.byFlavourId(profile));
        }
        for (int i = 1; i < arguments.length; i++) {
            validate(profiles, arguments[i]);
        }
    }

    /** Reads a file once for all profiles. */
    private static void validate(List<PDFAFlavour> profiles, String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profiles.get(0));
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profiles, ONE_EXAMPLE, false, true, false)) {
            parser.setFlavours(profiles);
            for (ValidationResult result : validator.validateAll(parser)) {
                tell(result, file);
            }
        }
    }

    private static void tell(ValidationResult result, String file) {
        String profile = result.getPDFAFlavour().getId();
        for (TestAssertion failed : result.getTestAssertions()) {
            String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
            Integer times = result.getFailedChecks().get(failed.getRuleId());
            String words = failed.getErrorMessage() == null ? failed.getMessage() : failed.getErrorMessage();
            say("failure", profile, file, rule, times, words, failed.getLocation().getContext());
        }
        say("result", profile, file, result.isCompliant(), result.getTotalAssertions());
    }

    private static void say(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(field).replaceAll("\\s+", " "));
        }
        System.out.println(line);
    }
}
