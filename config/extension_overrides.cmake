# The implementation that ./tenon set-extension selects in place of TENON_EXTENSION_IMPL stands here, for this working copy only.
# ./tenon reset-extension restores this file. An override is never committed.
