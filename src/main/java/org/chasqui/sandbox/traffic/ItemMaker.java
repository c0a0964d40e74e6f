package org.chasqui.sandbox.traffic;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.ECommerce;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Place;
import org.chasqui.message.TransactionType;

/** Makes the declaration of an item. */
final class ItemMaker {
  private static final String CURRENCY = "USD";
  private static final int[] CLASSES = {'C', 'C', 'C', 'E', 'U', 'U'};

  private final Stock stock;
  private final TrafficOptions options;
  private final ItemIds ids;
  private final PartyMaker parties;

  ItemMaker(Stock stock, TrafficOptions options, PersonIds personIds) {
    this.stock = stock;
    this.options = options;
    ids = new ItemIds(options.seed());
    parties = new PartyMaker(stock, personIds);
  }

  /** What is drawn is drawn in the order of these lines: the same seed gives the same items. */
  ItemDeclaration make(Lane lane, long interchange, long number, Draw draw) {
    char mailClass = (char) CLASSES[draw.between(0, CLASSES.length - 1)];
    var id = ids.id(number, mailClass, options.scripts().ending(number, draw), lane.from().code());
    boolean sale = draw.chance(0.7);
    var contents = contents(lane.from(), draw);
    var item =
        posted(lane, draw)
            .declarationId(DecodeContext.stableId("traffic/" + options.seed() + "/item/" + id))
            .itemId(id)
            .sender(sale ? parties.shop(lane.from(), draw) : parties.person(lane.from(), draw))
            .recipient(parties.person(lane.to(), draw))
            .itemCategory(sale ? ItemCategory.SALE_OF_GOODS : ItemCategory.GIFT)
            .transactionType(sale ? TransactionType.B2C : TransactionType.C2C)
            .grossMass(kilograms(grams(contents) + draw.between(50, 200)))
            .declaredValue(money(cents(contents)))
            .postage(money(draw.between(600, 4500)))
            .contents(contents);
    carried(item, lane, mailClass, interchange);
    return (sale ? ordered(item, draw) : item).build();
  }

  /** An import on its way along a lane, posted on the day before. */
  private ItemDeclarationBuilder posted(Lane lane, Draw draw) {
    var opened = options.date().minusDays(1).atTime(LocalTime.of(8, 0));
    var postedAt = opened.plusMinutes(draw.between(0, 600)).atZone(lane.from().zone());
    var from = lane.from();
    return ItemDeclaration.builder()
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .flow(Flow.IMPORT)
        .originOperatorCode(from.operator())
        .destinationOperatorCode(lane.to().operator())
        .originCountryCode(from.code())
        .destinationCountryCode(lane.to().code())
        .postingDateTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(postedAt))
        .postingLocation(
            new Place(from.exportOffice(), null, null, null, null, null, from.code(), Map.of()));
  }

  private void carried(ItemDeclarationBuilder item, Lane lane, char mailClass, long interchange) {
    var dispatch = dispatch(lane, mailClass, interchange);
    item.mailClassCode(String.valueOf(mailClass))
        .mailCategoryCode("A")
        .mailSubclassCode(mailClass + "N")
        .transport(new ItemTransport(dispatch, receptacle(dispatch), "4", null, Map.of()));
  }

  private static ItemDeclarationBuilder ordered(ItemDeclarationBuilder item, Draw draw) {
    return item.documents(
            List.of(new Document("380", "F001-" + draw.digits(6), null, null, null, Map.of())))
        .eCommerce(new ECommerce(null, null, "PED-" + draw.digits(7), null, null, null, Map.of()));
  }

  private List<ContentPiece> contents(Country origin, Draw draw) {
    int lines = draw.chance(0.6) ? 1 : draw.between(2, 4);
    var pieces = new ArrayList<ContentPiece>(lines);
    for (int i = 1; i <= lines; i++) {
      pieces.add(piece(i, origin, draw));
    }
    return pieces;
  }

  private ContentPiece piece(int sequence, Country origin, Draw draw) {
    var ware = draw.pick(stock.wares());
    int quantity = ware.mostGrams() > 800 || draw.chance(0.6) ? 1 : draw.between(2, 4);
    int cents = draw.between(ware.leastDollars() * 100, ware.mostDollars() * 100) * quantity;
    int grams = draw.between(ware.leastGrams(), ware.mostGrams()) * quantity;
    return ContentPiece.builder()
        .sequence(sequence)
        .description(ware.descriptions().get(origin.language()))
        .descriptionLanguageCode(origin.language())
        .quantity(quantity)
        .netMass(kilograms(grams))
        .value(money(cents))
        .hsCode(ware.hsCode())
        .originCountryCode(draw.chance(0.5) ? draw.pick(ware.origins()) : origin.code())
        .build();
  }

  /** Dispatch id (S8): one dispatch for each interchange and mail class. */
  private String dispatch(Lane lane, char mailClass, long interchange) {
    return "%s%sA%sN%d%04d"
        .formatted(
            lane.from().exportOffice(),
            lane.to().importOffice(),
            mailClass,
            options.date().getYear() % 10,
            1 + interchange % 9999);
  }

  /** Receptacle id (S9): the first and last receptacle of the dispatch, 10.5 kg. */
  private static String receptacle(String dispatch) {
    return dispatch + "001" + "1" + "0" + "0105";
  }

  private static int grams(List<ContentPiece> contents) {
    return contents.stream()
        .mapToInt(
            piece -> new BigDecimal(piece.netMass().value()).movePointRight(3).intValueExact())
        .sum();
  }

  private static int cents(List<ContentPiece> contents) {
    return contents.stream()
        .mapToInt(piece -> new BigDecimal(piece.value().amount()).movePointRight(2).intValueExact())
        .sum();
  }

  private static Mass kilograms(int grams) {
    return new Mass(BigDecimal.valueOf(grams, 3).toPlainString(), "KGM");
  }

  private static Money money(int cents) {
    return new Money(BigDecimal.valueOf(cents, 2).toPlainString(), CURRENCY);
  }
}
