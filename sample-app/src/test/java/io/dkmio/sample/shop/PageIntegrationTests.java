package io.dkmio.sample.shop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The page at {@code /} in headless Chromium. Skipped, with the reason, where there is
 * none; nothing is downloaded.
 */
@ShopTest
class PageIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static ChromeDriver browser;

	@Autowired
	ShopClient shop;

	@BeforeAll
	static void open() {
		Path chromium = find("chromium", "chromium-browser", "google-chrome");
		Path driver = find("chromedriver");
		assumeTrue(chromium != null && driver != null,
				"The page is not tested: there is no chromium with a chromedriver on the PATH");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.toFile());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en");
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
		browser = new ChromeDriver(service, options);
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.quit();
		}
	}

	@BeforeEach
	void atDesk() {
		width(1280);
	}

	@Test
	void browsesCustomersAndOpensAnOverview() {
		view("customers");
		assertThat(rows()).hasSize(12);
		assertThat(newestCall()).contains("Browse customers", "Query", "gsi1", "12", "units");
		browser.findElement(By.linkText("Ada Nguyen")).click();
		waitFor("h1", "Ada Nguyen");
		assertThat(newestCall()).contains("Open an overview", "1 call", "Query");
		assertThat(browser.findElement(By.id("view")).getText()).contains("Addresses", "Orders (");
	}

	@Test
	void placesAnOrderAndShipsItByKeyboard() {
		String customerId = this.shop.newCustomer();
		view("customers/" + customerId);
		press(By.id("new-order"));
		waitFor("#product", "in stock");
		assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("product");
		press(By.id("add-line"));
		press(By.id("place"));
		waitFor("#message", "The order is placed.");
		assertThat(calls()).contains("Place an order", "BatchGetItem", "TransactWriteItems",
				"check Customer + update Product + insert Order + insert OrderEvent");
		press(By.cssSelector("[data-deed=ship]"));
		waitFor("#message", "The order is shipped.");
		assertThat(newestCall()).contains("Ship an order", "2 calls");
		assertThat(rows()).hasSize(1).first().satisfies((row) -> assertThat(row.getText()).contains("shipped"));
		assertThat(browser.findElements(By.cssSelector("[data-deed]"))).isEmpty();
	}

	@Test
	void saysWhyAnOrderIsRefused() {
		String customerId = this.shop.newCustomer();
		this.shop.patch("/customers/" + customerId, "{\"status\":\"INACTIVE\"}", "If-Match", "\"1\"").expect(200);
		view("customers/" + customerId);
		press(By.id("new-order"));
		waitFor("#product", "in stock");
		press(By.id("add-line"));
		press(By.id("place"));
		waitFor("#message", "This customer may not order");
		assertThat(browser.findElement(By.id("message")).getText()).contains("condition: customer-active");
		assertThat(newestCall()).contains("→ 409", "condition failed");
	}

	@Test
	void pagesThroughOrdersByStatus() {
		view("orders");
		String first = rows().get(0).getText();
		press(By.cssSelector("[data-next]"));
		waitFor(".pager", "Page 2");
		assertThat(rows().get(0).getText()).isNotEqualTo(first);
		assertThat(newestCall()).contains("gsi1", "cursor=");
		browser.findElement(By.cssSelector("input[value=CANCELLED]")).sendKeys(Keys.SPACE);
		waitFor("#latest", "1 call");
		waitFor("tbody .badge", "cancelled");
		assertThat(browser.findElements(By.cssSelector("#view tbody .badge"))).extracting(WebElement::getText)
			.containsOnly("cancelled");
	}

	@Test
	void showsPlans() {
		view("plans");
		assertThat(browser.findElement(By.id("view")).getText()).contains(
				"Query shop index gsi1 gsi1pk = ? AND gsi1sk BETWEEN ? AND ? backwards", "pk = CUSTOMER#{customerId}");
	}

	@Test
	void fitsAPhone() {
		width(360);
		for (String view : List.of("customers", "customers/c001", "plans", "products", "orders")) {
			view(view);
			assertThat(browser.executeScript("return document.documentElement.scrollWidth")).as(view).isEqualTo(360L);
		}
		WebElement summary = browser.findElement(By.cssSelector("aside summary"));
		assertThat(browser.findElement(By.id("log")).isDisplayed()).isFalse();
		summary.sendKeys(Keys.ENTER);
		assertThat(browser.findElement(By.id("log")).isDisplayed()).isTrue();
	}

	@Test
	void loadsNothingFromElsewhereAndLogsNoErrors() {
		view("orders");
		Object addresses = browser
			.executeScript("return performance.getEntriesByType('resource').map(each => each.name)");
		assertThat((List<?>) addresses).isNotEmpty()
			.allSatisfy((address) -> assertThat(address.toString()).startsWith(this.shop.address()));
		assertThat(browser.manage().logs().get("browser").getAll())
			.filteredOn((entry) -> !entry.getMessage().contains("status of 409"))
			.isEmpty();
	}

	private void view(String view) {
		browser.get("about:blank");
		browser.get(this.shop.address() + "/#/" + view);
		waitFor("#view", "");
	}

	private static void width(int width) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
	}

	/** Presses a button as a keyboard does. */
	private static void press(By button) {
		browser.findElement(button).sendKeys(Keys.ENTER);
	}

	private static List<WebElement> rows() {
		return browser.findElements(By.cssSelector("#view tbody tr"));
	}

	private static String newestCall() {
		return text("#log > li:first-child");
	}

	private static String calls() {
		return text("#log");
	}

	/** The text, whether it is scrolled into view or not. */
	private static String text(String selector) {
		return browser.findElement(By.cssSelector(selector)).getDomProperty("innerText").replace("\u200b", "");
	}

	private static void waitFor(String selector, String text) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!isThere(selector, text)) {
			assertThat(System.nanoTime()).as("Waiting for '%s' in %s of %s", text, selector, browser.getPageSource())
				.isLessThan(end);
			sleep();
		}
	}

	private static boolean isThere(String selector, String text) {
		Object found = browser.executeScript("const found = document.querySelector(arguments[0]);"
				+ " return found !== null && found.innerText.trim() !== '' && found.innerText.includes(arguments[1])",
				selector, text);
		return Boolean.TRUE.equals(found);
	}

	private static void sleep() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the page", ex);
		}
	}

	private static Path find(String... names) {
		List<String> directories = Stream
			.concat(Stream.of("/usr/bin"),
					Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
			.toList();
		for (String name : names) {
			for (String directory : directories) {
				Path path = Path.of(directory, name);
				if (Files.isExecutable(path)) {
					return path;
				}
			}
		}
		return null;
	}

}
