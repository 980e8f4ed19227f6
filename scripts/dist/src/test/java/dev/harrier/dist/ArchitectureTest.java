package dev.harrier.dist;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The house plan, as rules: which package may see which, and where the libraries stay. */
@AnalyzeClasses(packages = "dev.harrier", importOptions = ArchitectureTest.MainClassesOnly.class)
class ArchitectureTest {
    private static final List<String> ARTICLE_TO_HUNT = List.of("article", "evidence", "attack", "assess", "hunt");

    private static final String[] PURE =
            packages(List.of("evidence", "attack", "assess", "hunt", "dialect", "deploy", "measure", "verdict"));

    /** What each package may see of ours, in flow order. A new package has to find its place here. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            entry("article", List.of()),
            entry("attack", List.of()),
            entry("evidence", List.of("article", "attack")),
            entry("assess", List.of("article", "evidence", "attack")),
            entry("hunt", List.of("article", "evidence", "attack", "assess")),
            entry("dialect", ARTICLE_TO_HUNT),
            entry("deploy", with(ARTICLE_TO_HUNT, "dialect")),
            entry("measure", with(ARTICLE_TO_HUNT, "dialect")),
            entry("verdict", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure")),
            entry("connector", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure")),
            entry("lab", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "connector")),
            entry("report", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "verdict")),
            entry("pack", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "verdict", "connector", "report")),
            entry("history", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure")),
            entry("config", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "verdict", "connector")),
            entry(
                    "operate",
                    with(
                            ARTICLE_TO_HUNT,
                            "dialect",
                            "deploy",
                            "measure",
                            "verdict",
                            "connector",
                            "report",
                            "pack",
                            "history",
                            "config")),
            entry(
                    "watch",
                    with(
                            ARTICLE_TO_HUNT,
                            "dialect",
                            "deploy",
                            "measure",
                            "verdict",
                            "connector",
                            "report",
                            "pack",
                            "history")),
            entry(
                    "cli",
                    with(
                            ARTICLE_TO_HUNT,
                            "dialect",
                            "deploy",
                            "measure",
                            "verdict",
                            "connector",
                            "lab",
                            "pack",
                            "report",
                            "history",
                            "config",
                            "operate",
                            "watch")),
            entry("rehearsal", List.of("cli")),
            entry("splunk", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "connector")),
            entry("sentinel", with(ARTICLE_TO_HUNT, "dialect", "deploy", "measure", "connector")));

    @ArchTest
    static void dependenciesFollowTheFlow(JavaClasses classes) {
        MAY_SEE.forEach((name, visible) -> noClasses()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.harrier..").and(not(resideInAnyPackage(packages(with(visible, name))))))
                .because("of our packages, " + name + " may see " + (visible.isEmpty() ? "none" : visible))
                .allowEmptyShould(true)
                .check(classes));
    }

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = classes()
            .should()
            .resideInAnyPackage(packages(List.copyOf(MAY_SEE.keySet())))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.harrier.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureStepsSeeNoLibrariesOfTheOuterWorld = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson..",
                    "com.rometools..",
                    "java.net.http..",
                    "java.sql..",
                    "okhttp3..",
                    "org.apache.pdfbox..",
                    "org.duckdb..",
                    "org.jsoup..",
                    "picocli..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule documentFormatsStayInArticle =
            only("dev.harrier.article..", "org.jsoup..", "com.rometools..", "org.jdom2..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule yamlStaysInHunt = only("dev.harrier.hunt..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule duckDbStaysInTheLab = only("dev.harrier.lab..", "org.duckdb..", "java.sql..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = only("dev.harrier.cli..", "picocli..");

    @ArchTest
    static final ArchRule theSplunkSdkStaysInOnePackage = only("dev.harrier.splunk.sdk..", "com.splunk..");

    @ArchTest
    static final ArchRule theAzureSdkStaysInOnePackage =
            only("dev.harrier.sentinel.azure..", "com.azure..", "com.microsoft.aad..", "reactor..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.harrier.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor)")
            .orShould()
            .resideInAPackage("..util..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noGenericExceptionIsMade = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.allowEmptyShould(true);

    @ArchTest
    static final ArchRule noGenericExceptionIsDeclared = methods()
            .that()
            // The bridge that javac makes of Callable's method declares what Callable's does.
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should(notDeclareGenericExceptions())
            .allowEmptyShould(true);

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaMethod> notDeclareGenericExceptions() {
        return new ArchCondition<>("not declare generic exceptions") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getThrowsClause().getTypes().stream()
                        .filter(type -> type.isEquivalentTo(Exception.class) || type.isEquivalentTo(Throwable.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " declares " + type.getSimpleName())));
            }
        };
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    private static String packageOf(String name) {
        return "dev.harrier." + name + "..";
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
    }

    /** Leaves out tests: this module's, and the contract tests that common publishes as a jar. */
    static final class MainClassesOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
