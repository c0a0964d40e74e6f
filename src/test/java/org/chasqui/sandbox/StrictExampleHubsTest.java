package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.chasqui.sandbox.StrictHubsTest.document;
import static org.chasqui.sandbox.StrictHubsTest.faults;
import static org.chasqui.sandbox.StrictHubsTest.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Format;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the strict hubs of the example profiles find, and where: COVE, MUISCA and ARCA. */
class StrictExampleHubsTest {
  private static Profiles profiles;

  @BeforeAll
  static void loads(@TempDir Path folder) throws IOException, ConfigurationException {
    profiles = ExampleProfiles.national(folder);
  }

  /** The party's own, but for the place of the signature, which the connection fills. */
  private static Profile party(String party) {
    var profile = profiles.byId(party).orElseThrow();
    return party.equals("mx")
        ? HubsTest.with(
            profile,
            new Format(
                "vucem-cove",
                "vucem-answer",
                Map.of("correoElectronico", "cove@post.example", "soapEnvelope", "false")))
        : profile;
  }

  private static String itemId(Profile profile, String document) {
    var read = format(profile, null).read(document.getBytes(StandardCharsets.UTF_8));
    return read.itemIds().getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "co", "mx"})
  void findNothingInWhatTheGatewaySends(String party) {
    var profile = party(party);
    assertThat(faults(format(profile, null), document(profile, 5))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ar,JSON", "co,XML", "mx,XML"})
  void refuseWhatCannotBeRead(String party, String expected) {
    assertThat(faults(format(party(party), null), "<{"))
        .containsExactly(new HubFormat.Fault(null, null, "UNREADABLE", "not " + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOCE.IMP|TOCE.NADA|tipoOperacion|cvc-pattern-valid",
        "<oxml:certificadoOrigen>0|<oxml:certificadoOrigen>2|certificadoOrigen|cvc-pattern-valid",
        "<oxml:tipoMoneda>USD</oxml:tipoMoneda>||claveUnidadMedida|cvc-complex-type.2.4.a",
        "<oxml:cantidad>|<oxml:cantidad>-|cantidad|cvc-pattern-valid",
        "cove@post.example|post.example|correoElectronico|cvc-pattern-valid",
      })
  void coveFindsTheElementAtFaultAndItsItem(String from, String to, String place, String code) {
    var profile = party("mx");
    var document = document(profile, 1);
    assertThat(document).contains(from);
    assertThat(faults(format(profile, null), document.replace(from, to == null ? "" : to)))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .contains(tuple(itemId(profile, document), place, code));
  }

  @Test
  void coveFindsAnIdentifierOfAnotherKindThanIsTold() {
    var profile = party("mx");
    var document = document(profile, 1);
    var broken =
        document.replaceFirst(
            "(<oxml:destinatario><oxml:tipoIdentificador>)[0-3](</oxml:tipoIdentificador>)"
                + "(<oxml:identificacion>[^<]*</oxml:identificacion>|<oxml:identificacion/>)",
            "$11$2<oxml:identificacion>X</oxml:identificacion>");
    assertThat(broken).isNotEqualTo(document);
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .containsExactly(tuple(itemId(profile, document), "destinatario", "IDENTIFICADOR"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<CantReg>2<|<CantReg>3<|CantReg|TOTAL",
        "<ValorTotal>|<ValorTotal>9|ValorTotal|TOTAL",
        "<Formato>|<Formato>X|Formato|cvc-pattern-valid",
      })
  void muiscaFindsWhatItsHeadStatesWrongly(String from, String to, String place, String code) {
    var profile = party("co");
    var document = document(profile, 2);
    assertThat(document).contains(from);
    assertThat(faults(format(profile, null), document.replace(from, to)))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .contains(tuple(null, place, code));
  }

  @Test
  void arcaFindsThePropertyOfADeclarationAndItsItem() {
    var profile = party("ar");
    var document = document(profile, 2);
    var broken = document.replaceFirst("\"originCountryCode\":\"..\"", "\"originCountryCode\":7");
    assertThat(broken).isNotEqualTo(document);
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .containsExactly(tuple(itemId(profile, document), "/0/data/originCountryCode", "EAD-1201"));
  }
}
