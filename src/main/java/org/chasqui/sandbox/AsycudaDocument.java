package org.chasqui.sandbox;

/** The documents of the ASYCUDA family that a hub takes in, each with its schema of ours. */
enum AsycudaDocument {
  BILLS(HubFormat.Effect.REGISTERS, "awmds-family.xsd", "Bol_segment", "Bol_id", "Bol_reference"),
  CHANGED_BILLS(
      HubFormat.Effect.CHANGES, "awmds-family.xsd", "Bol_segment", "Bol_id", "Bol_reference"),
  DELETION(HubFormat.Effect.CANCELS, "awdelete.xsd", "Bol_id", "Bol_id", "Bol_reference"),
  MANIFEST(
      HubFormat.Effect.STANDS_ALONE, "awmds-family.xsd", "Bol_segment", "Bol_id", "Bol_reference"),
  DECLARATION(HubFormat.Effect.STANDS_ALONE, "sad-family.xsd", "ASYCUDA", "Reference", "Number");

  private final HubFormat.Effect effect;
  private final String schema;
  private final String item;
  private final String parent;
  private final String id;

  AsycudaDocument(HubFormat.Effect effect, String schema, String item, String parent, String id) {
    this.effect = effect;
    this.schema = schema;
    this.item = item;
    this.parent = parent;
    this.id = id;
  }

  HubFormat.Effect effect() {
    return effect;
  }

  /** File of the schema below the folder of formats. */
  String schema() {
    return schema;
  }

  /** Element that holds one item. */
  String item() {
    return item;
  }

  /** Element before that of the id. */
  String parent() {
    return parent;
  }

  /** Element with the id. */
  String id() {
    return id;
  }
}
