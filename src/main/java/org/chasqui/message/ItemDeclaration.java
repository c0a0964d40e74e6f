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
@Built
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
  public static ItemDeclarationBuilder builder() {
    return ItemDeclarationBuilder.builder();
  }

  /** Starts from the values of this one. */
  public ItemDeclarationBuilder toBuilder() {
    return ItemDeclarationBuilder.builder(this);
  }
}
