package org.chasqui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages; every message says the mend. */
@AnalyzeClasses(packages = "org.chasqui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule messageKnowsTheJdkAndJacksonAnnotationsOnly =
      only(
          "message",
          "java..",
          "org.chasqui.message..",
          "com.fasterxml.jackson.annotation..",
          "io.soabase.recordbuilder.core..");

  @ArchTest static final ArchRule codecDependsOnMessageOnly = chasqui("codec", "codec", "message");

  @ArchTest
  static final ArchRule ledgerDependsOnMessageOnly = chasqui("ledger", "ledger", "message");

  @ArchTest
  static final ArchRule profileDependsOnMessageOnly = chasqui("profile", "profile", "message");

  @ArchTest
  static final ArchRule ruleDependsOnProfileAndMessage =
      chasqui("rule", "rule", "profile", "message");

  @ArchTest
  static final ArchRule qualityJudgesMessagesAndCountsNothing =
      chasqui("quality", "quality", "rule", "message");

  @ArchTest static final ArchRule accessDependsOnNothing = chasqui("access", "access");

  @ArchTest
  static final ArchRule connectorDependsOnCodecProfileMessage =
      chasqui("connector", "connector", "codec", "profile", "message");

  @ArchTest
  static final ArchRule consoleReadsAndNeverMoves =
      chasqui(
          "console", "console", "access", "ledger", "profile", "codec", "rule", "quality",
          "message");

  @ArchTest
  static final ArchRule sftpShowsTheOutboxAndKnowsNoMore = chasqui("sftp", "sftp", "ledger");

  @ArchTest
  static final ArchRule linesOfDocumentsKnowNoPage =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.console.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.chasqui.console", "org.chasqui.console.html..")
          .because("pages show lines: hand what a page needs on in a Line");

  @ArchTest
  static final ArchRule sandboxKnowsFormatsAndProfilesOnly =
      chasqui("sandbox", "sandbox", "codec", "message", "profile");

  @ArchTest
  static final ArchRule conformanceDeliversAsTheGatewayDoesWithoutIt =
      chasqui("conformance", "conformance", "connector", "codec", "profile", "sandbox", "message");

  @ArchTest
  static final ArchRule onlyFormatsOfFoldersRunStyleSheets =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.chasqui.codec.folder..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.saxon..")
          .because("a style sheet runs shut in and bounded: ask codec.folder to run it");

  @ArchTest
  static final ArchRule formatsOfFoldersKnowNoOtherFormat =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.codec.folder..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.chasqui.codec.edifact..",
              "org.chasqui.codec.upu..",
              "org.chasqui.codec.regional..")
          .because("the open door stands beside the formats: pass what it needs in Regional");

  @ArchTest
  static final ArchRule flowDoesNotKnowTheComposition =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.chasqui.app..", "org.chasqui.sandbox..")
          .because("app joins the parts: pass what the flow needs through FlowParts")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheFlowImportsCamel =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.chasqui.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because(
              "Camel is isolated in flow so that its next version is a day's work: add a bean there");

  @ArchTest
  static final ArchRule formatsDoNotKnowEachOther =
      slices()
          .matching("org.chasqui.codec.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              JavaClass.Predicates.resideInAnyPackage(
                  "org.chasqui.codec.edifact..", "org.chasqui.codec.answer.."))
          .because(
              "a format must be replaceable alone: move what both need to codec, codec.answer or"
                  + " codec.edifact");

  @ArchTest
  static final ArchRule theContractOfFormatsKnowsNoFormat =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.codec")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.chasqui.codec.*..")
          .because("codec is what every format rests on: move the class to the one that needs it");

  @ArchTest
  static final ArchRule theWiringKnowsNoCommand =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.app.gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.chasqui.app", "org.chasqui.app.bench..")
          .because("commands run the gateway: pass what it needs through GatewayOptions");

  @ArchTest
  static final ArchRule theBenchmarksKnowNoOtherCommand =
      noClasses()
          .that()
          .resideInAPackage("org.chasqui.app.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.chasqui.app")
          .because("a benchmark stands on app.gateway and the sandbox alone: move what both need");

  @ArchTest
  static final ArchRule noSpringLikeLayersOfHelpers =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .because(
              "a class is named after the field's thing or the role it plays: docs/glossary.md");

  private static ArchRule only(String of, String... allowed) {
    return classes()
        .that()
        .resideInAPackage("org.chasqui." + of + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .because(of + " is the core: keep frameworks, I/O and formats in the packages above it");
  }

  private static ArchRule chasqui(String of, String... allowed) {
    var outside =
        JavaClass.Predicates.resideInAPackage("org.chasqui..")
            .and(
                DescribedPredicate.not(
                    JavaClass.Predicates.resideInAnyPackage(
                        java.util.Arrays.stream(allowed)
                            .map(name -> "org.chasqui." + name + "..")
                            .toArray(String[]::new))));
    return noClasses()
        .that()
        .resideInAPackage("org.chasqui." + of + "..")
        .should()
        .dependOnClassesThat(outside)
        .because(
            of
                + " may know only "
                + String.join(", ", allowed)
                + ": pass the rest in as a value or a function, or move the class")
        .allowEmptyShould(true);
  }
}
