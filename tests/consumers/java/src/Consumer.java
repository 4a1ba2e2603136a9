import com.fasterxml.jackson.core.JsonProcessingException;
import graph.ApiClient;
import graph.ApiException;
import graph.api.PhoneNumbersApi;
import graph.api.RegistrationApi;
import graph.model.AccountMode;
import graph.model.CodeMethod;
import graph.model.GraphAPIError;
import graph.model.GraphAPIErrorDetail;
import graph.model.MessagingProduct;
import graph.model.PhoneNumber;
import graph.model.PhoneNumberCreateRequest;
import graph.model.PhoneNumberPage;
import graph.model.PhoneNumberStatus;
import graph.model.QualityRating;
import graph.model.RegisterRequest;
import graph.model.RequestCodeRequest;
import graph.model.VerifyCodeRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Onboard a number, list numbers and meet a refusal, with the client that openapi-generator makes. */
public final class Consumer {
  private static final String SANDBOX =
      "[{\"field\":\"account_mode\",\"operator\":\"EQUAL\",\"value\":\"SANDBOX\"}]";
  private static final DateTimeFormatter GRAPH_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");
  private static final String URL = System.getenv("WHATSAPP_BASE_URL");
  private static final String WABA = System.getenv("WHATSAPP_BUSINESS_ACCOUNT_ID");

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
  }

  private void onboard() throws Exception {
    PhoneNumberCreateRequest number =
        new PhoneNumberCreateRequest().cc("1").phoneNumber("2015550123").verifiedName("Lucky Shrub");
    String id = numbers.createPhoneNumber(WABA, number).getId();
    registration.requestCode(
        id, new RequestCodeRequest().codeMethod(CodeMethod.SMS).language("en_US"));

    GraphAPIErrorDetail refusal = refusedCode(id);
    expect(refusal.getCode() == 136025, "the refusal has its code", refusal);
    expect(refusal.getErrorSubcode() == 2388093, "the refusal has its subcode", refusal);
    expect(refusal.getFbtraceId() != null, "the refusal can be quoted to the support", refusal);

    registration.verifyCode(id, new VerifyCodeRequest().code(sentCode()));
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

  private GraphAPIErrorDetail refusedCode(String id) throws JsonProcessingException {
    try {
      registration.verifyCode(id, new VerifyCodeRequest().code("000000"));
    } catch (ApiException refused) {
      return client
          .getObjectMapper()
          .readValue(refused.getResponseBody(), GraphAPIError.class)
          .getError();
    }
    throw new AssertionError("a wrong code was taken");
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

  /** Read the code that the emulator sent. */
  private String sentCode() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(URL + "/_emulator/codes")).build();
    String sent = client.getHttpClient().send(request, BodyHandlers.ofString()).body();
    return client.getObjectMapper().readTree(sent).at("/codes/0/code").asText();
  }

  private static void expect(boolean holds, String what, Object seen) {
    if (!holds) {
      throw new AssertionError("not so: " + what + ": " + seen);
    }
  }
}
