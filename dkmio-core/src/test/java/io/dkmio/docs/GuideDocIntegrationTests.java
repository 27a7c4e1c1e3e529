package io.dkmio.docs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.dkmio.ConditionFailedException;
import io.dkmio.core.DynamoTemplate;
import io.dkmio.core.WriteTransactionTemplate;
import io.dkmio.core.mapping.DynamoMappingContext;
import io.dkmio.core.mapping.GlobalIndex;
import io.dkmio.core.mapping.IndexDefinition;
import io.dkmio.core.mapping.Item;
import io.dkmio.core.mapping.TableDefinition;
import io.dkmio.core.schema.SchemaManager;
import io.dkmio.repository.DynamoRepository;
import io.dkmio.repository.MethodPlan;
import io.dkmio.repository.support.DynamoRepositoryFactory;
import io.dkmio.test.LocalDynamo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import static io.dkmio.core.expression.Conditions.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The code of {@code docs/guide.md}.
 */
class GuideDocIntegrationTests {

	private static final DocumentedCode PAGE = DocumentedCode.page("guide.md");

	private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

	private static DynamoTemplate dynamo;

	private static TicketRepository tickets;

	@BeforeAll
	static void createTheTable() {
		DynamoDbClient client = LocalDynamo.client(GuideDocIntegrationTests.class);
		List<TableDefinition> tables = List.of(TableDefinition.of("desk")
			.withIndex(IndexDefinition.global("gsi1").withPartitionKey("gsi1pk").withSortKey("gsi1sk"))
			.withIndex(IndexDefinition.global("gsi2").withPartitionKey("gsi2pk").withSortKey("gsi2sk")));
		new SchemaManager(client).create(tables);
		dynamo = new DynamoTemplate(client, DynamoMappingContext.of(tables, Ticket.class, Comment.class));
		tickets = new DynamoRepositoryFactory(dynamo).getRepository(TicketRepository.class);
	}

	@Test
	void compilesTheCode() {
		PAGE.isCompiledIn(GuideDocIntegrationTests.class);
	}

	@Test
	void showsThePlans() {
		DynamoRepositoryFactory factory = new DynamoRepositoryFactory(dynamo);
		factory.getRepository(TicketRepository.class);
		String plans = factory.plans(TicketRepository.class)
			.stream()
			.map(MethodPlan::toString)
			.filter((plan) -> plan.contains("ByTenant") || plan.contains("ByAgent"))
			.collect(Collectors.joining("\n"));
		PAGE.shows(plans);
	}

	@Test
	void showsTheRefusal() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> new DynamoRepositoryFactory(dynamo).getRepository(BySubject.class))
			.satisfies((ex) -> PAGE.shows(root(ex).getMessage()));
	}

	private static Throwable root(Throwable ex) {
		return (ex.getCause() == null) ? ex : root(ex.getCause());
	}

	@Test
	void answersTheQuestions() {
		for (long number = 8; number <= 11; number++) {
			dynamo.insert(ticket("acme", number).takenBy("eve"));
		}
		dynamo.insert(new Comment("acme", 9, MORNING.plusSeconds(60), "2", "Thanks"));
		dynamo.insert(new Comment("acme", 9, MORNING, "1", "It is on"));
		assertThat(tickets.findByTenantAndNumber("acme", 9)).isPresent();
		assertThat(tickets.findThreadByTenantAndNumber("acme", 9)).hasValueSatisfying((thread) -> {
			assertThat(thread.ticket().number()).isEqualTo(9);
			assertThat(thread.comments()).extracting(Comment::text).containsExactly("It is on", "Thanks");
		});
		Window<Ticket> page = tickets.findByAgentOrderByDueAsc("eve", ScrollPosition.keyset(), Limit.of(3));
		assertThat(page).extracting(Ticket::number).containsExactly(8L, 9L, 10L);
		assertThat(tickets.findByAgentOrderByDueAsc("eve", page.positionAt(2), Limit.of(3))).extracting(Ticket::number)
			.containsExactly(11L);
		assertThat(tickets.findByTenantAndStateAndOpenedAtGreaterThanEqual("acme", State.OPEN, MORNING)).hasSize(4);
		assertThat(tickets.countByTenantAndState("acme", State.OPEN)).isEqualTo(4);
	}

	@Test
	void takesATicketOnce() {
		Ticket open = dynamo.insert(ticket("umbrella", 1));
		Ticket taken = dynamo.update(open, open.takenBy("ann"));
		assertThat(tickets.findByAgentOrderByDueAsc("ann", ScrollPosition.keyset(), Limit.of(1)))
			.containsExactly(taken);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> dynamo.update(open, open.takenBy("bob")));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> take(new Ticket.Id("umbrella", 1)))
			.satisfies((ex) -> assertThat(ex.getConditionName()).contains("nobody-took-it"));
	}

	private static void take(Ticket.Id id) {
		dynamo.update(Ticket.class, id)
			.set("agent", "ann")
			.when(attribute("agent").notExists(), "nobody-took-it")
			.execute();
	}

	@Test
	void reopensATicketWithAComment() {
		WriteTransactionTemplate transactions = new WriteTransactionTemplate(dynamo);
		Ticket.Id id = new Ticket.Id("initech", 1);
		Ticket ticket = ticket("initech", 1);
		dynamo.insert(new Ticket("initech", 1, "It crashes", State.CLOSED, null, ticket.due(), MORNING, null));
		Comment comment = new Comment("initech", 1, MORNING.plusSeconds(5), "1", "It crashes again");
		transactions.write((tx) -> {
			tx.insert(comment);
			tx.update(Ticket.class, id).set("state", State.OPEN);
		});
		assertThat(tickets.countByTenantAndState("initech", State.OPEN)).isOne();
	}

	private static Ticket ticket(String tenant, long number) {
		return new Ticket(tenant, number, "It does not start", State.OPEN, null, MORNING.plusSeconds(3600 * number),
				MORNING, null);
	}

	/**
	 * What a ticket is waiting for.
	 */
	public enum State {

		OPEN, CLOSED

	}

	public sealed interface TicketItem permits Ticket, Comment {

	}

	@Item(pk = "TENANT#{tenant}#TICKET#{number}", sk = "TICKET")
	@GlobalIndex(name = "gsi1", pk = "AGENT#{agent}", sk = "{due}#{number}")
	@GlobalIndex(name = "gsi2", pk = "TENANT#{tenant}#STATE#{state}", sk = "{openedAt}#{number}")
	public record Ticket(String tenant, long number, String subject, State state, @Nullable String agent, Instant due,
			Instant openedAt, @Version @Nullable Long version) implements TicketItem {

		public Ticket takenBy(String newAgent) {
			return new Ticket(this.tenant, this.number, this.subject, this.state, newAgent, this.due, this.openedAt,
					this.version);
		}

		public record Id(String tenant, long number) {
		}

	}

	@Item(pk = "TENANT#{tenant}#TICKET#{number}", sk = "COMMENT#{writtenAt}#{commentId}")
	public record Comment(String tenant, long number, Instant writtenAt, String commentId,
			String text) implements TicketItem {

	}

	public interface TicketRepository extends DynamoRepository<Ticket, Ticket.Id> {

		Optional<Ticket> findByTenantAndNumber(String tenant, long number); // 1

		Optional<TicketThread> findThreadByTenantAndNumber(String tenant, long number); // 2

		Window<Ticket> findByAgentOrderByDueAsc(String agent, ScrollPosition position, Limit limit); // 3

		List<Ticket> findByTenantAndStateAndOpenedAtGreaterThanEqual(String tenant, State state, Instant since); // 4

		long countByTenantAndState(String tenant, State state); // 5

		record TicketThread(Ticket ticket, List<Comment> comments) {
		}

	}

	interface BySubject extends DynamoRepository<Ticket, Ticket.Id> {

		List<Ticket> findByTenantAndSubject(String tenant, String subject);

	}

}
