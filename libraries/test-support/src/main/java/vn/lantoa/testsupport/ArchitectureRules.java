package vn.lantoa.testsupport;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The shape that every service keeps; {@code ArchitectureRules.of("vn.lantoa.units").check()}. */
public final class ArchitectureRules {
    private static final String READS_XML = "vn.lantoa.units.bulk.WorkbookXml";

    private static final String REST = "jakarta.ws.rs.";
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> SECURITY = List.of(
            "io.quarkus.security.PermissionsAllowed",
            "io.quarkus.security.Authenticated",
            "jakarta.annotation.security.PermitAll");

    private static final DescribedPredicate<JavaMethod> RESOURCE_METHOD = DescribedPredicate.describe(
            "answer HTTP requests", method -> VERBS.stream().anyMatch(verb -> method.isAnnotatedWith(REST + verb)));

    private final String rootPackage;
    private final JavaClasses classes;

    private ArchitectureRules(String rootPackage, JavaClasses classes) {
        this.rootPackage = rootPackage;
        this.classes = classes;
    }

    /** The rules for one package and everything below it, tests left out. */
    public static ArchitectureRules of(String rootPackage) {
        return new ArchitectureRules(
                rootPackage,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(rootPackage));
    }

    /** All of them. */
    public void check() {
        resourceMethodsArePublicAndProtectedOnce();
        resourceMethodsSayWhatACallerReaches();
        postsAreIdempotentAndTransactional();
        packagesHaveNoCycles();
        entitiesKnowNoHttp();
        nobodyPrintsOrSleeps();
        nobodyAsksElsewhere();
    }

    /** Deny by default: a resource method carries exactly one statement about who may call it. */
    public void resourceMethodsArePublicAndProtectedOnce() {
        ArchRuleDefinition.methods()
                .that(RESOURCE_METHOD)
                .should(condition("be public with exactly one of " + SECURITY, method -> {
                    long statements = SECURITY.stream()
                            .filter(annotation ->
                                    method.isAnnotatedWith(annotation) || method.isAnnotatedWith(annotation + "$List"))
                            .count();
                    return method.getModifiers().contains(JavaModifier.PUBLIC) && statements == 1;
                }))
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Beside who may call stands which things they reach by it: the access matrix and docs/access.md are made from that. */
    public void resourceMethodsSayWhatACallerReaches() {
        ArchRuleDefinition.methods()
                .that(RESOURCE_METHOD)
                .should(condition("be @Scoped", method -> method.isAnnotatedWith("vn.lantoa.rest.Scoped")))
                .allowEmptyShould(true)
                .check(classes);
    }

    /** A POST can be repeated without harm, and its effect and its answer are one transaction. */
    public void postsAreIdempotentAndTransactional() {
        ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(REST + "POST")
                .should(condition(
                        "be @Idempotent and @Transactional",
                        method -> isStated(method, "vn.lantoa.rest.Idempotent")
                                && isStated(method, "jakarta.transaction.Transactional")))
                .allowEmptyShould(true)
                .check(classes);
    }

    /** The packages below the root depend on each other in one direction. */
    public void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    /** What is kept does not know how it is asked for. */
    public void entitiesKnowNoHttp() {
        ArchRuleDefinition.noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Embeddable")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "com.fasterxml.jackson..")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Logs go to the log; waiting is somebody else's job. */
    public void nobodyPrintsOrSleeps() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessField(System.class, "out")
                .allowEmptyShould(true)
                .check(classes);
    }

    /**
     * No request makes a service open a connection, look a name up, start a program or read an object or a document that
     * could: what a service knows comes from its database and from Kafka. One class reads XML, to refuse workbooks whose XML
     * declares anything; {@code FileSafetyTest} shows that it follows nothing.
     */
    public void nobodyAsksElsewhere() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(READS_XML)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..")
                .allowEmptyShould(true)
                .check(classes);
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "io.vertx.ext.web.client..",
                        "jakarta.ws.rs.client..",
                        "org.eclipse.microprofile.rest.client..",
                        "javax.naming..",
                        "javax.script..",
                        "java.rmi..",
                        "javax.xml.parsers..",
                        "javax.xml.transform..",
                        "javax.xml.validation..",
                        "javax.xml.xpath..",
                        "org.w3c.dom..",
                        "org.xml.sax..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(net\\.(Socket|URL|URLConnection|HttpURLConnection)"
                        + "|lang\\.(ProcessBuilder|Runtime)|io\\.ObjectInputStream)")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static boolean isStated(JavaMethod method, String annotation) {
        JavaClass owner = method.getOwner();
        return method.isAnnotatedWith(annotation) || owner.isAnnotatedWith(annotation);
    }

    private static ArchCondition<JavaMethod> condition(
            String description, java.util.function.Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), method.getFullName() + " should " + getDescription()));
            }
        };
    }
}
