#include "pdf/cache.h"
#include "base/file.h"
#include "pdf/profile.h"

#include <stdlib.h>

/* Of rows, where a seventh less takes a fortieth of the time of a directory. */
enum { ROW_LEVEL = 4 };

/* A compressor and its level. */
struct kept {
    struct deflater *deflater; /* NULL: none yet */
    int level;
};

struct pdf_cache {
    struct kept plain, rows;
    struct buffer path, profile; /* where it is from, and its bytes compressed */
};

struct pdf_cache *pdf_cache_new(void) {
    struct pdf_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        memory_exhausted();
    return cache;
}

void pdf_cache_free(struct pdf_cache *cache) {
    if (!cache)
        return;
    deflater_free(cache->plain.deflater);
    deflater_free(cache->rows.deflater);
    buffer_free(&cache->path);
    buffer_free(&cache->profile);
    free(cache);
}

/* True when it is another one now. */
static bool kept_renew(struct kept *kept, int level) {
    if (kept->deflater && kept->level == level)
        return false;
    deflater_free(kept->deflater);
    *kept = (struct kept){deflater_new(level), level};
    return true;
}

struct deflater *cache_deflater(struct pdf_cache *cache, int level) {
    if (kept_renew(&cache->plain, level))
        cache->path.length = 0; /* the profile is of the other level */
    return cache->plain.deflater;
}

struct deflater *cache_row_deflater(struct pdf_cache *cache, int level) {
    kept_renew(&cache->rows, level > ROW_LEVEL ? level : ROW_LEVEL);
    return cache->rows.deflater;
}

static void keep_profile(struct pdf_cache *cache, const char *path, struct str bytes) {
    cache->path.length = cache->profile.length = 0;
    buffer_text(&cache->path, path);
    deflate_append(cache->plain.deflater, bytes, &cache->profile);
}

struct str cache_profile(struct pdf_cache *cache, const char *path, bool rgb, struct diag *diag) {
    struct mapping mapping;
    if (str_equal(buffer_view(&cache->path), str_from(path)))
        return buffer_view(&cache->profile);
    if (!mapping_open(&mapping, path, (struct span){0}, diag))
        return STR("");
    bool good = !rgb || profile_is_rgb(mapping.bytes);
    if (good)
        keep_profile(cache, path, mapping.bytes);
    else
        diag_fault(diag, (struct span){path, 0, 0}, "use the sRGB profile of data/profiles",
                   "%s is no RGB profile", path);
    mapping_close(&mapping);
    return good ? buffer_view(&cache->profile) : STR("");
}
