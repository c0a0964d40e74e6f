package org.chasqui.codec.siscomex;

import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;

/**
 * The text of {@code infoCompl}: what customs should know and the format has no field for, each
 * part with a label (ours).
 */
final class Remarks {
  private static final int MAX = 4000;

  private final ProfileView view;
  private final LossList losses;
  private final StringBuilder text = new StringBuilder();

  Remarks(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  String of(ItemDeclaration item) {
    part("categoria", item.itemCategory());
    part("explicacao", item.itemCategoryExplanation());
    part("transacao", item.transactionType());
    part("valor", money(item.declaredValue()));
    origins(item);
    documents(item);
    shop(item);
    part("nao-entrega", item.nonDeliveryInstruction());
    part("observacoes", item.comments());
    if (text.isEmpty()) {
      return "";
    }
    losses.rearranged("", "", "joined in infoCompl");
    return losses.text(text.toString(), MAX, "/comments", "");
  }

  private void origins(ItemDeclaration item) {
    for (var piece : item.contents()) {
      if (piece.originCountryCode() != null) {
        part("origem " + piece.sequence(), piece.originCountryCode());
      }
    }
  }

  private void documents(ItemDeclaration item) {
    for (var document : item.documents()) {
      var number = document.number() == null ? "" : " " + document.number();
      part("documento", document.typeCode() + number);
    }
  }

  private void shop(ItemDeclaration item) {
    var shop = item.eCommerce();
    if (shop == null) {
      return;
    }
    if (!RemessaConforme.covers(view, item)) {
      part("plataforma", shop.platformName());
    }
    var id = shop.platformIdentifier();
    part("plataforma-id", id == null ? null : id.schemeCode() + " " + id.value());
    if (id != null && id.issuingCountryCode() != null) {
      part("plataforma-pais", id.issuingCountryCode());
    }
    part("pedido", shop.orderId());
  }

  private static String money(Money money) {
    return money == null ? null : money.amount() + " " + money.currencyCode();
  }

  private void part(String label, Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "; ").append(label).append(": ").append(value);
    }
  }
}
