package org.chasqui.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every component of a record has one accessor. */
class AccessorsTest {
  private record Parcel(String id, Integer grams) {}

  @Test
  void readsTheComponent() {
    var components = Parcel.class.getRecordComponents();
    var parcel = new Parcel("RR1", 250);
    assertThat(Accessors.of(components[0]).apply(parcel)).isEqualTo("RR1");
    assertThat(Accessors.of(components[1]).apply(parcel)).isEqualTo(250);
  }

  @Test
  void isTheSameForWhoeverAsks() {
    var first = Accessors.of(Parcel.class.getRecordComponents()[0]);
    assertThat(Accessors.of(Parcel.class.getRecordComponents()[0])).isSameAs(first);
  }
}
