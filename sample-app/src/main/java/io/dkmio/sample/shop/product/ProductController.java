package io.dkmio.sample.shop.product;

import java.net.URI;

import io.dkmio.sample.shop.web.Listing;
import io.dkmio.sample.shop.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The routes of products.
 */
@RestController
@RequestMapping("/products")
final class ProductController {

	private final ProductRepository products;

	ProductController(ProductRepository products) {
		this.products = products;
	}

	@GetMapping
	Listing<Product> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
			@RequestParam(required = false) @Nullable String cursor) {
		return Listing.of(this.products.findAllByOrderByNameAsc(Listing.after(cursor), Limit.of(size)));
	}

	@PostMapping
	ResponseEntity<Product> add(@Valid @RequestBody NewProduct body) {
		try {
			Product product = this.products.insert(body.toProduct());
			return ResponseEntity.created(URI.create("/products/" + product.sku())).body(product);
		}
		catch (DuplicateKeyException ex) {
			throw Problem.conflict("new-sku", "sku", "There is a product with this sku already", ex);
		}
	}

	@GetMapping("/{sku}")
	Product get(@PathVariable String sku) {
		return this.products.findById(sku).orElseThrow(() -> Problem.notFound("sku", "There is no such product", null));
	}

}
