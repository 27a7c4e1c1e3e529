package io.dkmio.sample.shop.product;

import java.util.Collection;
import java.util.List;

import io.dkmio.repository.ConsistentRead;
import io.dkmio.repository.DynamoRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * The products.
 */
public interface ProductRepository extends DynamoRepository<Product, String> {

	// Query gsi1, one page
	Window<Product> findAllByOrderByNameAsc(ScrollPosition position, Limit limit);

	// BatchGetItem
	@ConsistentRead
	List<Product> findBySkuIn(Collection<String> skus);

}
