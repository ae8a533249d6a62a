#include "base/shard.h"
#include "base/digest.h"

bool shard_has(struct shard shard, struct str name) {
    return shard.count == 0 || digest_of(name).half[0] % shard.count == shard.number - 1;
}
