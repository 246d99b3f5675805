"""Every command of `teui`, thin: each group a module, slow imports inside the command."""
