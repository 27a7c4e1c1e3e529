package io.dkmio.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the contestants do the same work: a run of each operation of each.
 */
class ContestantUnitTests {

	private final List<StubHttpClient> stubs = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(strings = { "hand", "bean", "immutable", "springCloud", "template", "repository", "wire" })
	void readsAndWritesItems(String name) {
		Contestant contestant = contestant(name);
		assertThat(requestsOf(contestant, Contestant::get)).isOne();
		assertThat(requestsOf(contestant, Contestant::query100)).isOne();
		assertThat(requestsOf(contestant, Contestant::query1000)).isEqualTo(10);
		assertThat(requestsOf(contestant, Contestant::put)).isOne();
		assertThat(requestsOf(contestant, Contestant::update)).isOne();
		assertThat(contestant.query100()).hasSize(100);
		assertThat(contestant.query1000()).hasSize(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hand", "bean", "immutable", "template", "repository", "wire" })
	void readsAndWritesManyItems(String name) {
		Contestant contestant = contestant(name);
		assertThat(requestsOf(contestant, Contestant::batchGet250)).isEqualTo(3);
		assertThat(requestsOf(contestant, (it) -> {
			it.batchWrite250();
			return it;
		})).isEqualTo(10);
		assertThat(requestsOf(contestant, (it) -> {
			it.transaction5();
			return it;
		})).isOne();
		assertThat(contestant.batchGet250()).hasSize(250);
	}

	@ParameterizedTest
	@ValueSource(strings = { "template", "repository", "wire" })
	void findsWhatIsFoundByHand(String name) {
		Contestant contestant = contestant(name);
		Contestant hand = contestant("hand");
		assertThat(contestant.toItem(3)).isEqualTo(hand.toItem(3));
		assertThat(contestant.fromItem(3)).isEqualTo(hand.fromItem(3)).isEqualTo(Shipment.example(3));
		assertThat(contestant.get()).isEqualTo(hand.get()).isEqualTo(Shipment.example(1));
		assertThat(contestant.update()).isEqualTo(hand.update());
		assertThat(contestant.query1000()).isEqualTo(hand.query1000());
		assertThat(contestant.batchGet250()).isEqualTo(hand.batchGet250());
	}

	@ParameterizedTest
	@ValueSource(strings = { "hand", "bean", "immutable", "template", "repository" })
	void worksWithAnswersThatAreReady(String name) {
		Contestant contestant = Contestant.of(name, ReadyClient::new);
		for (int i = 0; i < 3; i++) {
			assertThat(contestant.get()).isNotNull();
			assertThat(contestant.put()).isNotNull();
			assertThat(contestant.update()).isNotNull();
			assertThat(contestant.query1000()).hasSize(1000);
			assertThat(contestant.batchGet250()).hasSize(250);
			contestant.batchWrite250();
			contestant.transaction5();
		}
	}

	@Test
	void hasNoCostsOfWhatAContestantCannotDo() {
		Contestant springCloud = contestant("springCloud");
		assertThat(TurnsWorker.work(springCloud::batchGet250, 1)).isNaN();
		assertThat(TurnsWorker.work(springCloud::get, 1)).isPositive();
	}

	@Test
	void comparesTheirCosts() {
		assertThat(new Comparison(List.of())).hasToString(
				"""

						| operation | by hand | Enhanced Client, bean | Enhanced Client, immutable | DynamoDbTemplate | dkmio template | dkmio repository | dkmio repository, wire |
						|---|---|---|---|---|---|---|---|
						""");
	}

	private Contestant contestant(String name) {
		return Contestant.of(name, (bodies) -> {
			StubHttpClient stub = new StubHttpClient(bodies);
			this.stubs.add(stub);
			return stub.client(name.equals("wire"));
		});
	}

	private int requestsOf(Contestant contestant, Function<Contestant, Object> operation) {
		int before = requests();
		assertThat(operation.apply(contestant)).isNotNull();
		return requests() - before;
	}

	private int requests() {
		return this.stubs.stream().mapToInt(StubHttpClient::requests).sum();
	}

}
