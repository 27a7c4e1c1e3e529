package io.dkmio.boot.autoconfigure;

/**
 * Certificates for tests.
 */
final class Certificates {

	static final String SELF_SIGNED = """
			-----BEGIN CERTIFICATE-----
			MIIBdjCCAR2gAwIBAgIUURRf3jslBdSQoc6gdnuO2Z55HP0wCgYIKoZIzj0EAwIw
			EDEOMAwGA1UEAwwFZGttaW8wIBcNMjYxMTIxMDUwNjMyWhgPMjEyNjEwMjgwNTA2
			MzJaMBAxDjAMBgNVBAMMBWRrbWlvMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
			s33T52hd7mpbzq5zVvz9mHfZ84zgQIe8o3BLkYKdDeJdl1UfdzzLlUGgQ3O4ZrgT
			OTaBTjE6jn+zWkYMi28X8aNTMFEwHQYDVR0OBBYEFIos0pHKybtBnvcfuZ7Yysej
			NcdtMB8GA1UdIwQYMBaAFIos0pHKybtBnvcfuZ7YysejNcdtMA8GA1UdEwEB/wQF
			MAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgc7Sa/X1ws06ujjLUfCm83iQMPC8ZDFNJ
			VVpsF8CESM0CIGgAU7gOrmBKFB7a53oZGoXzIKVMpJO46Ys5/3QJqjK0
			-----END CERTIFICATE-----
			""";

	private Certificates() {
	}

}
