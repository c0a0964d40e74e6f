package org.chasqui.console;

/** The pages of the console in the route table. */
final class Console {
  private final RegionPage glance;
  private final AdministrationPage administration;
  private final AdministrationsPage administrations;
  private final ListPages lists;
  private final ItemPage item;
  private final AlarmPage alarms;
  private final DocumentPages documents;
  private final InterchangeCalls interchanges;
  private final QualityPage quality;
  private final QualityCalls figures;
  private final SignInPages door;
  private final StaticFiles files = new StaticFiles();

  Console(ApiParts parts, Region region, SignIn signIn, Frame frame) {
    glance = new RegionPage(region, frame);
    administration = new AdministrationPage(region, frame);
    administrations = new AdministrationsPage(region, frame);
    var held = new HeldDeliveries(parts.ledger(), region);
    lists = new ListPages(parts.ledger(), held, signIn, frame);
    item = new ItemPage(parts.ledger(), region, held, frame);
    documents = new DocumentPages(parts.ledger(), region, held, lists, frame);
    interchanges = new InterchangeCalls(parts.ledger(), held);
    alarms = new AlarmPage(parts.ledger(), frame);
    quality = new QualityPage(parts.ledger(), parts.parties(), parts.clock(), frame);
    figures = new QualityCalls(parts.ledger(), parts.clock());
    door = new SignInPages(signIn, frame);
  }

  void addTo(Router router) {
    router.open("GET", "/static/{file}", null, files::file);
    router.open("GET", "/sign-in", "text/html", door::form);
    router.open("POST", "/sign-in", "text/html", door::enter);
    router.page("POST", "/sign-out", door::leave);
    router.page("GET", "/", glance::page);
    router.page("GET", "/region", glance::part);
    router.page("GET", "/administrations", administrations::page);
    router.page("GET", "/administrations/{party}", administration::page);
    router.page("GET", "/items", lists::items);
    router.page("GET", "/items/{item}", item::page);
    router.page("GET", "/items/{item}/live", item::part);
    router.page("GET", "/alarms", alarms::page);
    router.page("GET", "/parked", lists::parked);
    router.page("POST", "/parked/{id}/replay", lists::replay);
    router.page("GET", "/quality", quality::page);
    router.page("GET", "/quality/report", quality::report);
    router.file("GET", "/quality/csv", figures::csv);
    router.page("GET", "/interchanges/{id}", documents::interchange);
    router.page("GET", "/interchanges/{id}/raw", interchanges::raw);
    router.page("GET", "/deliveries/{id}", documents::delivery);
  }
}
