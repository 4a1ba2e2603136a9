import com.fasterxml.jackson.core.JsonProcessingException;
import graph.ApiClient;
import graph.ApiException;
import graph.api.AccountsApi;
import graph.api.BatchesApi;
import graph.api.BusinessesApi;
import graph.api.PhoneNumbersApi;
import graph.api.PreverifiedNumbersApi;
import graph.api.RegistrationApi;
import graph.model.AccountMode;
import graph.model.BatchItem;
import graph.model.CodeMethod;
import graph.model.CodeVerificationStatus;
import graph.model.GraphAPIError;
import graph.model.GraphAPIErrorDetail;
import graph.model.MessagingProduct;
import graph.model.PhoneNumber;
import graph.model.PhoneNumberCreateRequest;
import graph.model.PhoneNumberPage;
import graph.model.PhoneNumberStatus;
import graph.model.PreverifiedNumberAddRequest;
import graph.model.QualityRating;
import graph.model.RegisterRequest;
import graph.model.RequestCodeRequest;
import graph.model.VerifyCodeRequest;
import graph.model.WhatsAppBusinessAccount;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Onboard a number, list numbers and accounts, keep a pool, read a batch and meet refusals, with the
 * client that openapi-generator makes.
 */
public final class Consumer {
  private static final String SANDBOX =
      "[{\"field\":\"account_mode\",\"operator\":\"EQUAL\",\"value\":\"SANDBOX\"}]";
  private static final DateTimeFormatter GRAPH_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");
  private static final String URL = System.getenv("WHATSAPP_BASE_URL");
  private static final String WABA = System.getenv("WHATSAPP_BUSINESS_ACCOUNT_ID");
  private static final String NUMBER = System.getenv("WHATSAPP_PHONE_NUMBER_ID");

  private final ApiClient client = new ApiClient();
  private final PhoneNumbersApi numbers;
  private final RegistrationApi registration;

  private Consumer() {
    String bearer = "Bearer " + System.getenv("WHATSAPP_ACCESS_TOKEN");
    // Without TLS, HTTP/2 would begin with an upgrade that the emulator does not know.
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    client.updateBaseUri(URL + "/v23.0");
    client.setRequestInterceptor(request -> request.header("Authorization", bearer));
    client.setReadTimeout(Duration.ofSeconds(10));
    numbers = new PhoneNumbersApi(client);
    registration = new RegistrationApi(client);
  }

  public static void main(String[] arguments) throws Exception {
    Consumer consumer = new Consumer();
    consumer.onboard();
    consumer.list();
    consumer.keepPool(consumer.findBusiness());
    consumer.readBatch();
  }

  private void onboard() throws Exception {
    PhoneNumberCreateRequest number =
        new PhoneNumberCreateRequest().cc("1").phoneNumber("2015550123").verifiedName("Lucky Shrub");
    String id = numbers.createPhoneNumber(WABA, number).getId();
    registration.requestCode(
        id, new RequestCodeRequest().codeMethod(CodeMethod.SMS).language("en_US"));

    GraphAPIErrorDetail refusal =
        refusal(() -> registration.verifyCode(id, new VerifyCodeRequest().code("000000")));
    expect(refusal.getCode() == 136025, "the refusal has its code", refusal);
    expect(refusal.getErrorSubcode() == 2388093, "the refusal has its subcode", refusal);
    expect(refusal.getFbtraceId() != null, "the refusal can be quoted to the support", refusal);

    registration.verifyCode(id, new VerifyCodeRequest().code(sentCode(id)));
    registration.registerPhoneNumber(
        id, new RegisterRequest().messagingProduct(MessagingProduct.WHATSAPP).pin("314159"));

    PhoneNumber card = numbers.getPhoneNumber(id, "status,last_onboarded_time");
    expect(card.getStatus() == PhoneNumberStatus.CONNECTED, "it is connected", card);
    String written = card.getLastOnboardedTime();
    expect(written.endsWith("+0000"), "the time is written as Graph does", written);
    OffsetDateTime onboarded = OffsetDateTime.parse(written, GRAPH_TIME);
    Duration age = Duration.between(onboarded, OffsetDateTime.now()).abs();
    expect(age.toMinutes() < 5, "it was onboarded now", onboarded);
  }

  private void list() throws ApiException {
    List<PhoneNumber> found = new ArrayList<>();
    String fields = "id,account_mode,quality_rating";
    int pages = 0;
    String after = null;
    do {
      PhoneNumberPage page = numbers.listPhoneNumbers(WABA, fields, SANDBOX, null, 2, after, null);
      found.addAll(page.getData());
      pages++;
      boolean more = page.getPaging().getNext() != null;
      after = more ? page.getPaging().getCursors().getAfter() : null;
    } while (after != null);

    expect(pages == 2 && found.size() == 3, "three numbers come on two pages", found);
    expect(
        found.stream().allMatch(each -> each.getAccountMode() == AccountMode.SANDBOX),
        "the filter holds",
        found);
    // The emulator says PURPLE, which no contract lists.
    long unknown =
        found.stream()
            .filter(each -> each.getQualityRating() == QualityRating.UNKNOWN_DEFAULT_OPEN_API)
            .count();
    expect(unknown == 1, "a new word is told from the known ones", found);
  }

  /** Find the business of the account, among whose accounts it is. */
  private String findBusiness() throws ApiException {
    WhatsAppBusinessAccount account = new AccountsApi(client).getAccount(WABA, "owner_business_info");
    String business = account.getOwnerBusinessInfo().getId();
    List<WhatsAppBusinessAccount> owned =
        new BusinessesApi(client)
            .listOwnedAccounts(business, "id,name", null, null, null, null, null)
            .getData();
    expect(
        owned.size() == 1 && owned.get(0).getId().equals(WABA),
        "the business owns the account",
        owned);
    return business;
  }

  private void keepPool(String business) throws Exception {
    PreverifiedNumbersApi pool = new PreverifiedNumbersApi(client);
    PreverifiedNumberAddRequest number =
        new PreverifiedNumberAddRequest().phoneNumber("+16315553000");
    String id = pool.addPreverifiedNumber(business, number).getId();
    pool.requestPreverifiedCode(
        id, new RequestCodeRequest().codeMethod(CodeMethod.SMS).language("en_US"));
    pool.verifyPreverifiedCode(id, new VerifyCodeRequest().code(sentCode(id)));

    CodeVerificationStatus status =
        pool.getPreverifiedNumber(id, "code_verification_status").getCodeVerificationStatus();
    expect(status == CodeVerificationStatus.VERIFIED, "it is verified", status);
    pool.deletePreverifiedNumber(id);
    GraphAPIErrorDetail gone = refusal(() -> pool.getPreverifiedNumber(id, null));
    expect(gone.getErrorSubcode() == 33, "the pool has it no longer", gone);
  }

  private void readBatch() throws Exception {
    String reads =
        client
            .getObjectMapper()
            .writeValueAsString(
                List.of(
                    Map.of("method", "GET", "relative_url", NUMBER + "?fields=status"),
                    Map.of("method", "GET", "relative_url", "1")));
    // An item that Graph had no time for is null.
    List<BatchItem> items = new BatchesApi(client).sendBatch(reads, null);
    expect(
        items.stream().map(BatchItem::getCode).toList().equals(List.of(200, 400)),
        "one number is read, the other is refused",
        items);
    PhoneNumber number = read(items.get(0).getBody(), PhoneNumber.class);
    expect(number.getStatus() == PhoneNumberStatus.CONNECTED, "it is connected", number);
    GraphAPIErrorDetail refusal = read(items.get(1).getBody(), GraphAPIError.class).getError();
    expect(refusal.getCode() == 100, "the refusal has its code", refusal);
  }

  private GraphAPIErrorDetail refusal(Callable<?> call) throws Exception {
    try {
      call.call();
    } catch (ApiException refused) {
      return read(refused.getResponseBody(), GraphAPIError.class).getError();
    }
    throw new AssertionError("a call was not refused");
  }

  private <T> T read(String text, Class<T> type) throws JsonProcessingException {
    return client.getObjectMapper().readValue(text, type);
  }

  /** Read the code that the emulator sent to a number. */
  private String sentCode(String id) throws Exception {
    URI codes = URI.create(URL + "/_emulator/codes?phone_number_id=" + id);
    HttpRequest request = HttpRequest.newBuilder(codes).build();
    String sent = client.getHttpClient().send(request, BodyHandlers.ofString()).body();
    return client.getObjectMapper().readTree(sent).at("/codes/0/code").asText();
  }

  private static void expect(boolean holds, String what, Object seen) {
    if (!holds) {
      throw new AssertionError("not so: " + what + ": " + seen);
    }
  }
}
