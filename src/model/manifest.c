#include "model/manifest.h"
#include "base/file.h"
#include "model/table.h"

static const struct field manifest_family_fields[] = {
    FIELD(manifest_family, regular, FIELD_STRING, .required = true,
          .about = "File of the upright face; `name.ttc#2` is the third face of a collection.",
          .example = "PTF55F.ttf"),
    FIELD(manifest_family, bold, FIELD_STRING, .about = "File of the bold.",
          .example = "PTF75F.ttf"),
    FIELD(manifest_family, italic, FIELD_STRING, .about = "File of the italic.",
          .example = "PTF56F.ttf"),
    FIELD(manifest_family, bold_italic, FIELD_STRING, .about = "File of the bold italic.",
          .example = "PTF76F.ttf"),
    FIELD(manifest_family, sans, FIELD_BOOLEAN,
          .about = "Without serifs: stands in first for families without serifs.",
          .example = "true"),
    FIELD(manifest_family, licence, FIELD_STRING, .about = "Licence.", .example = "OFL-1.1"),
};
static const struct record manifest_family_record =
    RECORD(manifest_family, manifest_family, "The faces of a family.");

static const struct field manifest_fallback_fields[] = {
    FIELD(manifest_fallback, scripts, FIELD_STRING, .list = true, .required = true,
          .about = "Scripts, ISO 15924; `*` is any.", .example = "[Geor]"),
    FIELD(manifest_fallback, languages, FIELD_LANGUAGE, .list = true,
          .about = "Only for text in these languages.", .example = "[ja]"),
    FIELD(manifest_fallback, families, FIELD_STRING, .list = true, .required = true,
          .about = "Families, in the order they are tried.", .example = "[Noto Sans Georgian]"),
};
static const struct record manifest_fallback_record = RECORD(
    manifest_fallback, manifest_fallback, "What stands in for characters that a font lacks.");

static const struct field manifest_fields[] = {
    FIELD(manifest, folders, FIELD_STRING, .list = true,
          .about = "Searched in order, after the manifest's own folder.",
          .example = "[/usr/share/fonts/truetype/paratype]"),
    FIELD(manifest, families, FIELD_MAP, .record = &manifest_family_record, .required = true,
          .about = "Families by name.", .example = "{PT Serif: {regular: PTF55F.ttf}}"),
    FIELD(manifest, fallback, FIELD_RECORD, .list = true, .record = &manifest_fallback_record,
          .about = "Rules, the first that matches first.",
          .example = "[{scripts: [Geor], families: [Noto Sans Georgian]}]"),
};
const struct record manifest_record =
    RECORD(manifest, manifest, "`fonts/fonts.yaml`: which files make which family.");

const struct manifest *manifest_load(struct arena *arena, const char *path, struct diag *diag) {
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, diag))
        return NULL;
    size_t faults = diag_faults(diag);
    const struct node *root = yaml_read(arena, path, mapping.bytes, diag);
    mapping_close(&mapping);
    struct manifest *manifest = arena_make(arena, struct manifest, 1);
    if (root)
        schema_read(&manifest_record, root, manifest, arena, diag);
    return diag_faults(diag) == faults ? manifest : NULL;
}
