package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The advance declaration of one postal item (CN 22/CN 23, UPU ITMATT and CUSITM). Unknown
 * properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ItemDeclaration(
    String declarationId,
    Integer version,
    MessageFunction function,
    Flow flow,
    String itemId,
    String localItemId,
    String previousItemId,
    String originOperatorCode,
    String destinationOperatorCode,
    String originCountryCode,
    String destinationCountryCode,
    String mailClassCode,
    String mailCategoryCode,
    String mailSubclassCode,
    String postingDateTime,
    Place postingLocation,
    Party sender,
    Party recipient,
    Party importer,
    ItemCategory itemCategory,
    String itemCategoryExplanation,
    TransactionType transactionType,
    Mass grossMass,
    Dimensions dimensions,
    Money declaredValue,
    Money insuredValue,
    Money postage,
    String incoterm,
    List<ContentPiece> contents,
    List<Document> documents,
    String comments,
    NonDeliveryInstruction nonDeliveryInstruction,
    ECommerce eCommerce,
    PrepaidTax prepaidTax,
    Security security,
    ItemTransport transport,
    List<Attachment> attachments,
    Privacy privacy,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public ItemDeclaration {
    contents = Copies.list(contents);
    documents = Copies.list(documents);
    attachments = Copies.list(attachments);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.ITEM_DECLARATION;
  }

  @Override
  public String businessKey() {
    return itemId;
  }

  /** Starts an empty one. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link ItemDeclaration}. */
  public static final class Builder {
    private String declarationId;
    private Integer version;
    private MessageFunction function;
    private Flow flow;
    private String itemId;
    private String localItemId;
    private String previousItemId;
    private String originOperatorCode;
    private String destinationOperatorCode;
    private String originCountryCode;
    private String destinationCountryCode;
    private String mailClassCode;
    private String mailCategoryCode;
    private String mailSubclassCode;
    private String postingDateTime;
    private Place postingLocation;
    private Party sender;
    private Party recipient;
    private Party importer;
    private ItemCategory itemCategory;
    private String itemCategoryExplanation;
    private TransactionType transactionType;
    private Mass grossMass;
    private Dimensions dimensions;
    private Money declaredValue;
    private Money insuredValue;
    private Money postage;
    private String incoterm;
    private List<ContentPiece> contents;
    private List<Document> documents;
    private String comments;
    private NonDeliveryInstruction nonDeliveryInstruction;
    private ECommerce eCommerce;
    private PrepaidTax prepaidTax;
    private Security security;
    private ItemTransport transport;
    private List<Attachment> attachments;
    private Privacy privacy;
    private Map<String, Object> extensions;
    private List<String> critical;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(ItemDeclaration from) {
      declarationId = from.declarationId;
      version = from.version;
      function = from.function;
      flow = from.flow;
      itemId = from.itemId;
      localItemId = from.localItemId;
      previousItemId = from.previousItemId;
      originOperatorCode = from.originOperatorCode;
      destinationOperatorCode = from.destinationOperatorCode;
      originCountryCode = from.originCountryCode;
      destinationCountryCode = from.destinationCountryCode;
      mailClassCode = from.mailClassCode;
      mailCategoryCode = from.mailCategoryCode;
      mailSubclassCode = from.mailSubclassCode;
      postingDateTime = from.postingDateTime;
      postingLocation = from.postingLocation;
      sender = from.sender;
      recipient = from.recipient;
      importer = from.importer;
      itemCategory = from.itemCategory;
      itemCategoryExplanation = from.itemCategoryExplanation;
      transactionType = from.transactionType;
      grossMass = from.grossMass;
      dimensions = from.dimensions;
      declaredValue = from.declaredValue;
      insuredValue = from.insuredValue;
      postage = from.postage;
      incoterm = from.incoterm;
      contents = from.contents;
      documents = from.documents;
      comments = from.comments;
      nonDeliveryInstruction = from.nonDeliveryInstruction;
      eCommerce = from.eCommerce;
      prepaidTax = from.prepaidTax;
      security = from.security;
      transport = from.transport;
      attachments = from.attachments;
      privacy = from.privacy;
      extensions = from.extensions;
      critical = from.critical;
      other = from.other;
    }

    public Builder declarationId(String value) {
      declarationId = value;
      return this;
    }

    public Builder version(Integer value) {
      version = value;
      return this;
    }

    public Builder function(MessageFunction value) {
      function = value;
      return this;
    }

    public Builder flow(Flow value) {
      flow = value;
      return this;
    }

    public Builder itemId(String value) {
      itemId = value;
      return this;
    }

    public Builder localItemId(String value) {
      localItemId = value;
      return this;
    }

    public Builder previousItemId(String value) {
      previousItemId = value;
      return this;
    }

    public Builder originOperatorCode(String value) {
      originOperatorCode = value;
      return this;
    }

    public Builder destinationOperatorCode(String value) {
      destinationOperatorCode = value;
      return this;
    }

    public Builder originCountryCode(String value) {
      originCountryCode = value;
      return this;
    }

    public Builder destinationCountryCode(String value) {
      destinationCountryCode = value;
      return this;
    }

    public Builder mailClassCode(String value) {
      mailClassCode = value;
      return this;
    }

    public Builder mailCategoryCode(String value) {
      mailCategoryCode = value;
      return this;
    }

    public Builder mailSubclassCode(String value) {
      mailSubclassCode = value;
      return this;
    }

    public Builder postingDateTime(String value) {
      postingDateTime = value;
      return this;
    }

    public Builder postingLocation(Place value) {
      postingLocation = value;
      return this;
    }

    public Builder sender(Party value) {
      sender = value;
      return this;
    }

    public Builder recipient(Party value) {
      recipient = value;
      return this;
    }

    public Builder importer(Party value) {
      importer = value;
      return this;
    }

    public Builder itemCategory(ItemCategory value) {
      itemCategory = value;
      return this;
    }

    public Builder itemCategoryExplanation(String value) {
      itemCategoryExplanation = value;
      return this;
    }

    public Builder transactionType(TransactionType value) {
      transactionType = value;
      return this;
    }

    public Builder grossMass(Mass value) {
      grossMass = value;
      return this;
    }

    public Builder dimensions(Dimensions value) {
      dimensions = value;
      return this;
    }

    public Builder declaredValue(Money value) {
      declaredValue = value;
      return this;
    }

    public Builder insuredValue(Money value) {
      insuredValue = value;
      return this;
    }

    public Builder postage(Money value) {
      postage = value;
      return this;
    }

    public Builder incoterm(String value) {
      incoterm = value;
      return this;
    }

    public Builder contents(List<ContentPiece> value) {
      contents = value;
      return this;
    }

    public Builder documents(List<Document> value) {
      documents = value;
      return this;
    }

    public Builder comments(String value) {
      comments = value;
      return this;
    }

    public Builder nonDeliveryInstruction(NonDeliveryInstruction value) {
      nonDeliveryInstruction = value;
      return this;
    }

    public Builder eCommerce(ECommerce value) {
      eCommerce = value;
      return this;
    }

    public Builder prepaidTax(PrepaidTax value) {
      prepaidTax = value;
      return this;
    }

    public Builder security(Security value) {
      security = value;
      return this;
    }

    public Builder transport(ItemTransport value) {
      transport = value;
      return this;
    }

    public Builder attachments(List<Attachment> value) {
      attachments = value;
      return this;
    }

    public Builder privacy(Privacy value) {
      privacy = value;
      return this;
    }

    public Builder extensions(Map<String, Object> value) {
      extensions = value;
      return this;
    }

    public Builder critical(List<String> value) {
      critical = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public ItemDeclaration build() {
      return new ItemDeclaration(
          declarationId,
          version,
          function,
          flow,
          itemId,
          localItemId,
          previousItemId,
          originOperatorCode,
          destinationOperatorCode,
          originCountryCode,
          destinationCountryCode,
          mailClassCode,
          mailCategoryCode,
          mailSubclassCode,
          postingDateTime,
          postingLocation,
          sender,
          recipient,
          importer,
          itemCategory,
          itemCategoryExplanation,
          transactionType,
          grossMass,
          dimensions,
          declaredValue,
          insuredValue,
          postage,
          incoterm,
          contents,
          documents,
          comments,
          nonDeliveryInstruction,
          eCommerce,
          prepaidTax,
          security,
          transport,
          attachments,
          privacy,
          extensions,
          critical,
          other);
    }
  }
}
